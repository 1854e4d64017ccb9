import javafx.css.Stylesheet;

import java.io.File;
import java.io.IOException;

/// Writes each style sheet it is given in JavaFX's binary form beside it (`desk.css` to `desk.bss`), which is read in a
/// fraction of the time. JavaFX looks for that form first. Used by `linux.sh`.
final class BinaryStyles {
    public static void main(String[] sheets) throws IOException {
        for (String sheet : sheets) {
            Stylesheet.convertToBinary(
                    new File(sheet), new File(sheet.replaceFirst("css$", "bss")));
        }
    }
}
