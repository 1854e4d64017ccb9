package org.concordqda.desk.coding;

import org.concordqda.model.SourceId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the person was in each source, to come back to: unit, caret, and what stood at the upper edge. Kept as words
/// across starts. JavaFX thread only.
final class Stops {
    /// Sources remembered; those left longest ago are forgotten.
    private static final int MOST = 400;

    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,18})=(\\d{1,6})/(\\d{1,9})/(\\d{1,9})");

    private final FormModel form;
    private final FormView formView;
    private final SourceTextView text;
    private final Map<SourceId, Stop> stops = new LinkedHashMap<>();

    Stops(FormModel form, FormView formView, SourceTextView text) {
        this.form = form;
        this.formView = formView;
        this.text = text;
    }

    /// A place in a source.
    ///
    /// @param unit place among its units, from 0
    /// @param caret position in its text, in UTF-16 code units
    /// @param top position of the first character in view
    private record Stop(int unit, int caret, int top) {}

    /// Remembers where the person is in the source that is open.
    void leave(SourceId source) {
        Stop known = stops.get(source);
        int top = text.top();
        int kept = known == null ? 0 : known.top();
        put(source, new Stop(form.unitIndex(), text.caret().get(), top < 0 ? kept : top));
    }

    /// Remembers a unit and a place, as they were kept elsewhere.
    void put(SourceId source, int unit, int caret) {
        Stop known = stops.get(source);
        put(source, new Stop(unit, caret, known == null ? 0 : known.top()));
    }

    private void put(SourceId source, Stop stop) {
        stops.remove(source);
        stops.put(source, stop);
        if (stops.size() > MOST) {
            stops.remove(stops.keySet().iterator().next());
        }
    }

    /// Goes to where the person was in the source that was just opened.
    ///
    /// @param elsewhere whether another place in its text was asked for: then to the unit only
    void comeBack(SourceId source, boolean elsewhere) {
        Stop stop = stops.get(source);
        if (stop == null) {
            return;
        }
        if (stop.unit() > 0) {
            form.goTo(stop.unit());
            formView.reset();
        }
        if (!elsewhere && (stop.caret() > 0 || stop.top() > 0)) {
            text.comeBack(stop.top(), stop.caret());
        }
    }

    /// All of it as words.
    String words() {
        List<String> all = new ArrayList<>();
        stops.forEach(
                (id, s) -> all.add(id.value() + "=" + s.unit() + "/" + s.caret() + "/" + s.top()));
        return String.join(";", all);
    }

    /// Takes up what [#words] gave; what cannot be read is left.
    void read(String words) {
        for (String word : words.split(";")) {
            Matcher m = WORDS.matcher(word);
            if (m.matches()) {
                put(
                        new SourceId(Long.parseLong(m.group(1))),
                        new Stop(
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(3)),
                                Integer.parseInt(m.group(4))));
            }
        }
    }
}
