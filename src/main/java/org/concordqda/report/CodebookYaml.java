package org.concordqda.report;

import org.concordqda.model.Check;
import org.concordqda.model.Code;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.SourceKind;
import org.concordqda.model.Special;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Writes a codebook in the YAML of the templates: one order of keys, block style, two blanks per level,
/// double quotes only where YAML needs them, LF, nothing for what is empty. What was read from a file in
/// this form is written back byte for byte.
public final class CodebookYaml {
    /// Text that YAML would not take for text, or not whole.
    private static final Pattern AMBIGUOUS =
            Pattern.compile(
                    "(?i)|~|null|true|false|yes|no|on|off|y|n"
                            + "|[-+]?(\\.?[0-9][0-9_,.:]*(e[-+]?[0-9]+)?|0x[0-9a-f_]+|0o?[0-7_]+"
                            + "|\\.inf|\\.nan)"
                            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|---.*|\\.\\.\\..*|<<|=");

    private final StringBuilder out = new StringBuilder();

    private CodebookYaml() {}

    /// The whole file.
    public static String write(ImportedCodebook codebook) {
        CodebookYaml yaml = new CodebookYaml();
        yaml.out.append("concord-codebook: 1\n");
        yaml.text("", "key", codebook.key());
        yaml.text("", "name", codebook.name());
        yaml.text("", "guid", codebook.guid());
        yaml.text("", "description", codebook.description());
        yaml.text("", "source", codebook.source());
        if (!codebook.dimensions().isEmpty()) {
            yaml.out.append("dimensions:\n");
            codebook.dimensions().forEach(yaml::dimension);
        }
        return yaml.out.toString();
    }

    private void dimension(Dimension d) {
        String in = "    ";
        int start = out.length();
        text(in, "key", d.key());
        text(in, "guid", d.guid());
        text(in, "name", d.name());
        list(in, "aliases", d.aliases());
        text(in, "question", d.question());
        text(in, "scope", d.scope().name());
        text(in, "choice", d.choice().name());
        text(in, "scale", d.scale().name());
        list(in, "appliesTo", d.appliesTo().stream().sorted().map(SourceKind::name).toList());
        d.askedWhen().ifPresent(c -> condition(in, c));
        flag(in, "carried", d.carried());
        text(in, "reliability", d.reliability().name());
        text(in, "reliabilityReason", d.reliabilityReason());
        text(in, "source", d.source());
        if (!d.checks().isEmpty()) {
            out.append(in).append("checks:\n");
            d.checks().forEach(c -> check(in + "  ", c));
        }
        codes(in, "codes", d.codes());
        dash(start, in);
    }

    private void condition(String in, Condition condition) {
        out.append(in).append("askedWhen:\n");
        text(in + "  ", "dimension", condition.dimension());
        list(in + "  ", "values", condition.values());
    }

    private void check(String at, Check check) {
        String in = at + "  ";
        int start = out.length();
        text(in, "when", check.when());
        text(in, "dimension", check.dimension());
        list(in, "values", check.values());
        text(in, "warn", check.warn());
        dash(start, in);
    }

    private void codes(String in, String key, List<Code> codes) {
        if (!codes.isEmpty()) {
            out.append(in).append(key).append(":\n");
            codes.forEach(c -> code(in + "    ", c));
        }
    }

    private void code(String in, Code c) {
        int start = out.length();
        text(in, "key", c.key());
        text(in, "guid", c.guid());
        text(in, "name", c.name());
        list(in, "aliases", c.aliases());
        text(in, "definition", c.definition());
        text(in, "include", c.include());
        text(in, "exclude", c.exclude());
        text(in, "example", c.example());
        text(in, "counterExample", c.counterExample());
        text(in, "source", c.source());
        text(in, "colour", c.colour());
        text(in, "special", c.special() == Special.ORDINARY ? "" : c.special().name());
        flag(in, "retired", c.retired());
        codes(in, "children", c.children());
        dash(start, in);
    }

    /// Makes the first line written since `start` the first of a list entry.
    private void dash(int start, String in) {
        if (out.length() > start) {
            out.setCharAt(start + in.length() - 2, '-');
        }
    }

    private void text(String in, String key, String value) {
        if (!value.isEmpty()) {
            out.append(in).append(key).append(": ").append(scalar(value)).append('\n');
        }
    }

    private void flag(String in, String key, boolean value) {
        if (value) {
            out.append(in).append(key).append(": true\n");
        }
    }

    private void list(String in, String key, List<String> values) {
        if (!values.isEmpty()) {
            out.append(in).append(key).append(":\n");
            for (String value : values) {
                out.append(in).append("  - ").append(scalar(value)).append('\n');
            }
        }
    }

    private static String scalar(String value) {
        return plain(value) ? value : quoted(value);
    }

    private static boolean plain(String value) {
        if (AMBIGUOUS.matcher(value).matches() || !value.equals(value.strip())) {
            return false;
        }
        char first = value.charAt(0);
        if (",[]{}#&*!|>'\"%@`".indexOf(first) >= 0) {
            return false;
        }
        boolean maybe = first == '-' || first == '?' || first == ':';
        if (maybe && (value.length() == 1 || value.charAt(1) == ' ')) {
            return false;
        }
        if (value.contains(": ") || value.contains(" #") || value.endsWith(":")) {
            return false;
        }
        return value.codePoints().allMatch(CodebookYaml::printable);
    }

    private static boolean printable(int c) {
        return c >= 0x20
                && c != 0x7F
                && !(c >= 0x80 && c < 0xA0)
                && c != 0x2028
                && c != 0x2029
                && c != 0xFEFF;
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '"' -> text.append("\\\"");
                                case '\\' -> text.append("\\\\");
                                case '\n' -> text.append("\\n");
                                case '\t' -> text.append("\\t");
                                case '\r' -> text.append("\\r");
                                default -> {
                                    if (printable(c)) {
                                        text.appendCodePoint(c);
                                    } else {
                                        text.append(String.format(Locale.ROOT, "\\u%04x", c));
                                    }
                                }
                            }
                        });
        return text.append('"').toString();
    }
}
