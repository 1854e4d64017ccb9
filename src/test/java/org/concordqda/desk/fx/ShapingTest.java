package org.concordqda.desk.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

import org.concordqda.desk.Driver;
import org.concordqda.desk.OneWindow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.text.Bidi;
import java.util.List;

/// Text of any script wraps: no layout fails, and no line is drawn twice.
@OneWindow
class ShapingTest {
    private static final List<String> TEXTS =
            List.of(
                    "استخدمنا النموذج المدرب مسبقا مع بياناتنا في المشروع.",
                    "השתמשנו במודל שאומן מראש עם הנתונים שלנו.",
                    "שָׁלוֹם עֲלֵיכֶם וברכה לכל העולם וכל מי שבו",
                    "We said استخدمنا النموذج المدرب مسبقا and (left) 12 of them.",
                    "\tالنموذج\tالمدرب\nمسبقا مع بياناتنا \t في المشروع   ",
                    "हमने पूर्व प्रशिक्षित मॉडल का उपयोग किया और दस्तावेज़ पढ़े।",
                    "We built it together 👩‍👩‍👧‍👦 and shipped it 👍🏽 to Germany 🇩🇪 in a week.",
                    "The cafe\u0301 model was nai\u0308ve but e\u0301legant, re\u0301sume\u0301 and all.",
                    "我们重用了预训练模型，文档很重要。",
                    "\u202Eright to left\u202C and \u2067isolated מודל\u2069 again, \u200F\u200F and \u200D\u200D joined",
                    "مممممممممممممممممممممممممممممممممممممممممممممممممممممممممممممم");

    @BeforeAll
    static void start() {
        Driver.start();
        Driver.now(() -> new Theme());
        Shaping.mended();
    }

    @Test
    void everyScriptWrapsAtEveryWidth() {
        for (String words : TEXTS) {
            for (int width : List.of(1, 7, 20, 45, 60, 100, 150, 200, 300, 500)) {
                Driver.now(
                        () -> {
                            Text text = new Text(words);
                            text.setFont(Font.font(Fonts.text(), 15));
                            text.setWrappingWidth(width);
                            assertTrue(text.getLayoutBounds().getHeight() > 0, words);
                            for (int at = 0; at <= words.length(); at++) {
                                text.caretShape(at, true);
                            }
                        });
            }
        }
    }

    @Test
    void aLineIsNotDrawnBeyondWhereItWraps() {
        for (String words : TEXTS) {
            if (words.indexOf(' ') < 0 || words.indexOf('\t') >= 0) {
                continue;
            }
            double longest =
                    words.lines()
                            .flatMap(l -> List.of(l.split(" ")).stream())
                            .mapToDouble(word -> Driver.now(() -> width(word, 0)))
                            .max()
                            .orElseThrow();
            double drawn = Driver.now(() -> width(words, 250));
            assertTrue(
                    drawn <= Math.max(longest, 250) + 8, drawn + " pixels of 250 wide: " + words);
        }
    }

    /// Width of what is drawn.
    private static double width(String words, double wrap) {
        Text text = new Text(words);
        text.setFont(Font.font(Fonts.text(), 15));
        text.setWrappingWidth(wrap);
        text.setBoundsType(TextBoundsType.VISUAL);
        return text.getBoundsInLocal().getWidth();
    }

    @Test
    void lettersAndPunctuationOfTwoFontsStandInTheirOrder() {
        for (String words :
                List.of(
                        "תזכיר (ראשון), עם PyTorch, ו-BERT: (אצלנו)!",
                        "שאלה: מה עם GPT-4 ו-Llama 3?",
                        "Alone (לבד), among Latin")) {
            StringBuilder wrong = new StringBuilder();
            Driver.now(
                    () -> {
                        Text text = text(words);
                        byte[] levels = new byte[words.length()];
                        Bidi bidi = new Bidi(words, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
                        for (int at = 0; at < words.length(); at++) {
                            levels[at] = (byte) bidi.getLevelAt(at);
                        }
                        for (int at = 0; at < words.length(); at++) {
                            double drawn = width(text, at);
                            double own = width(text(words.substring(at, at + 1)), 0);
                            boolean between = words.charAt(at) == ' ';
                            if (!between && Math.abs(drawn - own) > 0.6) {
                                wrong.append(words.charAt(at))
                                        .append(" at ")
                                        .append(at)
                                        .append(' ');
                            }
                            if (at > 0
                                    && levels[at] == 1
                                    && levels[at - 1] == 1
                                    && left(text, at) >= left(text, at - 1)) {
                                wrong.append("order at ").append(at).append(' ');
                            }
                        }
                    });
            assertEquals("", wrong.toString(), words);
        }
    }

    private static Text text(String words) {
        Text text = new Text(words);
        text.setFont(Font.font(Fonts.text(), 15));
        return text;
    }

    private static double left(Text text, int at) {
        return new Path(text.rangeShape(at, at + 1)).getBoundsInLocal().getMinX();
    }

    private static double width(Text text, int at) {
        Path letter = new Path(text.rangeShape(at, at + 1));
        letter.setFill(Color.BLACK);
        letter.setStroke(null);
        return letter.getBoundsInLocal().getWidth();
    }
}
