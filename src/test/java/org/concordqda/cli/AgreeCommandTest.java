package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `concord agree` on tables typed here and on the shared ones.
class AgreeCommandTest {
    @TempDir private Path folder = Path.of("");

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                new CommandLine(new AgreeCommand())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(args);
        String said = out.toString() + err;
        assertFalse(said.contains("Exception"), said);
        assertFalse(said.contains("NaN"), said);
        return new Ran(code, out.toString(), err.toString());
    }

    private Ran onTable(String text, String... options) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, text);
        List<String> args = new ArrayList<>(List.of(file.toString()));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    private static JsonNode find(Ran ran, String statistic, String scope) {
        assertEquals(0, ran.code(), ran.err());
        for (JsonNode one : JsonMapper.shared().readTree(ran.out())) {
            assertEquals(
                    List.of(
                            "statistic",
                            "scope",
                            "value",
                            "se",
                            "ciLow",
                            "ciHigh",
                            "interval",
                            "p",
                            "n",
                            "pairable",
                            "missing",
                            "dropped",
                            "observed",
                            "expected",
                            "undefined"),
                    List.copyOf(one.propertyNames()));
            if (one.get("statistic").asString().equals(statistic)
                    && one.get("scope").asString().equals(scope)) {
                return one;
            }
        }
        throw new AssertionError("no " + statistic + " " + scope + " in " + ran.out());
    }

    private static final String TABLE = "unit,Ana,Ben\n1,a,a\n2,a,b\n3,b,b\n4,b,b\n5,a,a\n6,,a\n";

    @Test
    void tableAsJsonAndAsText() throws IOException {
        JsonNode kappa = find(onTable(TABLE, "--json"), "cohen_kappa", "all");
        assertEquals(8.0 / 13, kappa.get("value").asDouble(), 1e-12);
        assertEquals(5, kappa.get("pairable").asInt());
        assertTrue(kappa.get("undefined").isNull());
        Ran text = onTable(TABLE);
        assertEquals(0, text.code());
        assertTrue(text.out().contains("Cohen's κ"), text.out());
        assertTrue(text.out().contains("0.615"), text.out());
    }

    @Test
    void perfectAgreementIsNotEstimable() throws IOException {
        JsonNode alpha =
                find(
                        onTable("u,A,B\n1,x,x\n2,y,y\n3,x,x\n", "--json"),
                        "krippendorff_alpha",
                        "all");
        assertEquals(1, alpha.get("value").asDouble());
        assertEquals(0, alpha.get("se").asDouble());
        assertEquals(1, alpha.get("ciLow").asDouble());
        assertEquals("not estimable", alpha.get("interval").asString());
    }

    @Test
    void setsAndSpans() throws IOException {
        Ran sets =
                onTable(
                        "unit,r1,r2\n1,{},{}\n2,A,{}\n3,A,A\n4,A,B\n5,A|B,A\n6,A|B,A|C\n"
                                + "7,A|B|C,A|B|C\n8,C,A|C\n9,C,A|C\n",
                        "--sets",
                        "--json");
        assertEquals(
                0.27308066083576277, find(sets, "alpha_masi", "all").get("value").asDouble(), 1e-9);
        assertEquals(
                0.3156199677938808,
                find(sets, "alpha_jaccard", "all").get("value").asDouble(),
                1e-9);
        Ran spans =
                onTable(
                        "coder,start,end,code\nA,1,4,c\nA,6,9,k\nB,1,5,c\nB,5,7,c\nB,7,9,k\n",
                        "--spans",
                        "--begin",
                        "0",
                        "--length",
                        "10",
                        "--json");
        assertEquals(127.0 / 215, find(spans, "u_alpha", "all").get("value").asDouble(), 1e-9);
        assertEquals(36.0 / 49, find(spans, "ku_alpha", "code=c").get("value").asDouble(), 1e-9);
        assertTrue(find(spans, "gamma", "all").get("value").asDouble() < 1);
    }

    @Test
    void degenerateTablesAreUndefinedWithAReason() throws IOException {
        assertUndefined("only one coder", "unit,A\n1,x\n2,y\n");
        assertUndefined("no unit coded by two coders", "unit,A,B\n1,x,\n2,,y\n");
        assertUndefined("no variation", "unit,A,B\n1,x,x\n2,x,x\n");
        assertUndefined("no units", "unit,A,B\n");
    }

    private void assertUndefined(String reason, String table) throws IOException {
        JsonNode alpha = find(onTable(table, "--json"), "krippendorff_alpha", "all");
        assertTrue(alpha.get("value").isNull());
        assertEquals(reason, alpha.get("undefined").asString());
    }

    @Test
    void tablesThatCannotBeUsedGiveASentence() throws IOException {
        refused("needs numbers, and “b” is none", "u,A,B\n1,1,b\n2,2,2\n", "--level", "interval");
        refused("a value and its opposite", "u,A,B\n1,-1,1\n2,2,2\n", "--level", "ratio");
        refused("each further one is a coder", "unit\n1\n2\n");
        refused("the header “A” stands twice", "u,A,A\n1,x,y\n");
        refused("the header stands here a second time", "u,A,B\n1,x,y\nu,A,B\n2,x,y\n");
        refused("there is no column “doc”", TABLE, "--interval", "cluster=doc");
        refused("b", TABLE, "--categories", "a,c");
        String head = "coder,start,end,code\n";
        String[] text = {"--spans", "--begin", "0", "--length", "10"};
        refused("row 3: The span 5–11 lies outside", head + "A,1,2,c\nB,5,11,c\n", text);
        refused("row 2: The span 5–5 is empty", head + "A,5,5,c\n", text);
        refused("row 2: The span 5–4 ends before", head + "A,5,4,c\n", text);
        refused("the start “x” is not a whole number", head + "A,x,4,c\n", text);
        refused("there is no column “code”", "coder,start,end\nA,1,2\n", text);
        Ran none = run(folder.resolve("none.csv").toString());
        assertEquals(1, none.code());
        assertTrue(none.err().contains("none.csv"), none.err());
    }

    private void refused(String words, String table, String... options) throws IOException {
        Ran ran = onTable(table, options);
        assertEquals(1, ran.code(), ran.out());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals("", ran.out());
    }

    /// A hundred thousand values, nearly all distinct: a number or a sentence, and never a square of them.
    @Test
    void valuesThatAreNearlyAllDistinct() throws IOException {
        StringBuilder table = new StringBuilder("unit,A,B\n");
        for (int u = 0; u < 60_000; u++) {
            int b = u % 2 == 0 ? u : (u * 7919) % 100_003;
            table.append(u).append(',').append(u).append(',').append(b).append('\n');
        }
        String all = table.toString();
        String[] few = {"--json", "--replicates", "50"};
        for (List<String> way :
                List.of(
                        List.<String>of(),
                        List.of("--level", "ordinal"),
                        List.of("--level", "interval"),
                        List.of("--missing", "category"),
                        List.of("--interval", "krippendorff"),
                        List.of("--interval", "bootstrap"),
                        List.of("--sets"))) {
            List<String> options = new ArrayList<>(way);
            options.addAll(List.of(few));
            Ran ran = onTable(all, options.toArray(String[]::new));
            JsonNode alpha = find(ran, "krippendorff_alpha", "all");
            assertTrue(alpha.get("value").asDouble() > 0.2, way + ": " + alpha);
            assertTrue(alpha.get("ciLow").asDouble() < alpha.get("ciHigh").asDouble(), "" + alpha);
            assertTrue(ran.err().contains("nothing is computed per category"), ran.err());
        }
        JsonNode ratio =
                find(onTable(all, "--level", "ratio", "--json"), "krippendorff_alpha", "all");
        assertEquals(
                "more than 3000 categories: distances between them are not computed",
                ratio.get("undefined").asString());
    }

    @Test
    void optionsThatCannotBeUsedTogether() throws IOException {
        wrong("give one of them", "--level", "ordinal", "--weights", "linear");
        wrong("exclude each other", "--ranks", "--values");
        wrong("--weights is one of identity, linear", "--weights", "cubic");
        wrong("--interval is analytic", "--interval", "guess");
        wrong("between 0 and 1", "--confidence", "95");
        wrong("--spans needs the text", "--spans");
        wrong("belong to --spans", "--length", "9");
        wrong("replicates must lie", "--replicates", "0");
    }

    private void wrong(String words, String... options) throws IOException {
        Ran ran = onTable(TABLE, options);
        assertEquals(2, ran.code(), ran.out());
        assertTrue(ran.err().contains(words), ran.err());
    }

    @Test
    void valuesThatAreNoNumbersUseRanksAndSaySo() throws IOException {
        Ran ran = onTable(TABLE, "--weights", "linear", "--values", "--json");
        find(ran, "gwet_ac", "all");
        assertTrue(ran.err().contains("rank"), ran.err());
    }

    @Test
    void aMillionCategories() throws IOException {
        StringBuilder text = new StringBuilder("unit,A,B\n");
        for (int i = 0; i < 500_000; i++) {
            text.append(i).append(",a").append(i).append(",b").append(i).append('\n');
        }
        Ran ran = onTable(text.toString(), "--json");
        assertEquals(0, find(ran, "percent_agreement", "all").get("value").asDouble(), 1e-12);
    }

    @Test
    void clustersAndBootstrap() throws IOException {
        StringBuilder text = new StringBuilder("unit,Ana,doc,Ben\n");
        for (int i = 0; i < 60; i++) {
            text.append(i).append(i % 3 == 0 ? ",x," : ",y,").append("d").append(i / 4);
            text.append(i % 4 == 0 ? ",x\n" : ",y\n");
        }
        JsonNode cluster =
                find(
                        onTable(text.toString(), "--interval", "cluster=doc", "--json"),
                        "krippendorff_alpha",
                        "all");
        assertTrue(cluster.get("interval").asString().contains("whole docs"), cluster.toString());
        JsonNode unit =
                find(
                        onTable(
                                text.toString().replace(",doc,", ",Cat,"),
                                "--interval",
                                "bootstrap",
                                "--replicates",
                                "200",
                                "--json"),
                        "fleiss_kappa",
                        "all");
        assertTrue(unit.get("interval").asString().contains("200 replicates"), unit.toString());
    }

    @Test
    void sharedTables() {
        Path shared =
                Path.of(System.getProperty("concord.shared", "../shared"), "cases", "agreement");
        Assumptions.assumeTrue(
                Files.exists(shared), "The shared tables of known values are not there.");
        Ran nominal =
                run(
                        shared.resolve("kripp2011_C_missing.csv").toString(),
                        "--level",
                        "ordinal",
                        "--json");
        assertEquals(
                0.815, find(nominal, "krippendorff_alpha", "all").get("value").asDouble(), 5e-4);
        Ran spans =
                run(
                        shared.resolve("ualpha2016_alexpaul.csv").toString(),
                        "--spans",
                        "--begin=0",
                        "--length=60",
                        "--json");
        assertEquals(
                0.3571428571428571, find(spans, "cu_alpha", "all").get("value").asDouble(), 1e-9);
        assertEquals(
                0.19450554837357492,
                find(spans, "unitizing_alpha_1995", "all").get("value").asDouble(),
                1e-9);
    }
}
