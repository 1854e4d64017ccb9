package org.concordqda;

public final class Concord {
    private Concord() {}

    public static void main(String[] args) {}
}
