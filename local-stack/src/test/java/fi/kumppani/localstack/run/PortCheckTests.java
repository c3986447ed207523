package fi.kumppani.localstack.run;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.localstack.FreePorts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

class PortCheckTests {

    @TempDir private Path directory;

    @Test
    void namesThePortItsPurposeAndTheSettingThatMovesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var check = new PortCheck();
            check.add("registry", FreePorts.next(), "registry-service");
            check.add("kafka-controller", taken.getLocalPort(), "engines");

            assertThat(check.complaints(new PidFiles(directory)))
                    .singleElement()
                    .asString()
                    .startsWith("Port %d (kafka-controller)".formatted(taken.getLocalPort()))
                    .contains("KUMPPANI_PORTS_KAFKACONTROLLER=");
        }
    }

    @Test
    void namesTheProcessThatAnotherRunHasThere() throws IOException {
        var pids = new PidFiles(directory);
        pids.write("engines", ProcessHandle.current().pid());
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var check = new PortCheck();
            check.add("mail", taken.getLocalPort(), "engines");

            assertThat(check.complaints(pids))
                    .singleElement()
                    .asString()
                    .contains("kill " + ProcessHandle.current().pid());
        }
    }
}
