package fi.kumppani.localstack.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out before anything starts which ports something else is using. */
final class PortCheck {

    private static final int CONNECT_MILLIS = 500;

    private final List<Wanted> wanted = new ArrayList<>();

    private record Wanted(String setting, int port, String process) {}

    /**
     * Asks for one more port.
     *
     * @param setting the last word of the setting that moves it
     * @param process the name of the process that will listen there
     */
    void add(String setting, int port, String process) {
        wanted.add(new Wanted(setting, port, process));
    }

    /** Says for each taken port what it was for, who holds it if that is us, and how to move it. */
    List<String> complaints(PidFiles pids) {
        return wanted.stream()
                .filter(each -> isTaken(each.port()))
                .map(each -> complaint(each.setting(), each.port(), pids.alive(each.process())))
                .toList();
    }

    private static String complaint(String setting, int port, Optional<Long> ours) {
        String holder =
                ours.map(
                                pid ->
                                        " by another ./run of this directory, which Ctrl-C there or"
                                                + " kill %d stops".formatted(pid))
                        .orElse("");
        return "Port %d (%s) is taken%s. To use another one: KUMPPANI_PORTS_%s=%d ./run"
                .formatted(
                        port,
                        setting,
                        holder,
                        setting.replace("-", "").toUpperCase(Locale.ROOT),
                        (port + 10_000) % 60_000);
    }

    /**
     * Both ways of asking are needed: some systems let two programs bind a port when one of them
     * binds all addresses, and a program may hold a port without listening.
     */
    static boolean isTaken(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var client = new Socket()) {
            client.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException nobodyListens) {
            try (var server = new ServerSocket()) {
                server.bind(address);
                return false;
            } catch (IOException held) {
                return true;
            }
        }
    }
}
