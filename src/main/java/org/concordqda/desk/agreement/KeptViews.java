package org.concordqda.desk.agreement;

import org.concordqda.study.AgreementView;
import org.concordqda.study.AgreementView.Wanted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The tables computed last, until an act changes what they rest on. Any thread may call.
final class KeptViews {
    private final int most;
    private final Map<Wanted, AgreementView> views = new LinkedHashMap<>(16, 0.75f, true);
    private int forgotten;

    KeptViews(int most) {
        this.most = most;
    }

    synchronized Optional<AgreementView> get(Wanted wanted) {
        return Optional.ofNullable(views.get(wanted));
    }

    /// What [#put] asks for: how often everything was forgotten until now.
    synchronized int age() {
        return forgotten;
    }

    /// Keeps a view, unless everything was forgotten since its computation began: then it may be old already.
    ///
    /// @param began [#age] when the computation began
    synchronized void put(Wanted wanted, AgreementView view, int began) {
        if (began == forgotten) {
            views.put(wanted, view);
            if (views.size() > most) {
                views.remove(views.keySet().iterator().next());
            }
        }
    }

    synchronized void forget() {
        forgotten++;
        views.clear();
    }
}
