import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// A window with three controls, to measure what a start takes before a program does anything of its own. Says when it
/// can be used; ends then when it is given `--end`. Used by `start-time.sh`.
public final class BareWindow extends Application {
    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        VBox all = new VBox(new Label("Bare"), new Button("Go"), new TextField("words"));
        Scene scene = new Scene(all, 1440, 900);
        stage.setScene(scene);
        Runnable[] told = new Runnable[1];
        told[0] =
                () -> {
                    scene.removePostLayoutPulseListener(told[0]);
                    Platform.runLater(this::say);
                };
        scene.addPostLayoutPulseListener(told[0]);
        stage.show();
    }

    private void say() {
        System.out.println("The window can be used");
        if (getParameters().getRaw().contains("--end")) {
            Platform.exit();
        }
    }

    public static void main(String[] args) {
        launch(args);
    }
}
