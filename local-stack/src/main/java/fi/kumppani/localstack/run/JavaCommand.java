package fi.kumppani.localstack.run;

import java.nio.file.Path;

/** The JDK that runs us, which also runs the services. */
final class JavaCommand {

    private JavaCommand() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
