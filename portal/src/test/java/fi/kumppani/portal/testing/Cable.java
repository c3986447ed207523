package fi.kumppani.portal.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way from a browser to the portal, which a test can cut: a browser that is told to be offline
 * lets what a service worker passes on through now and then.
 */
public final class Cable implements Closeable {

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** A cable to a port of this machine. */
    public Cable(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Where the browser finds the portal. */
    public String origin() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** Ends what is under way and lets nothing through. */
    public void cut() {
        cut = true;
        open.forEach(Cable::end);
    }

    /** Lets everything through again. */
    public void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        cut();
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket browser = server.accept();
                if (cut) {
                    end(browser);
                } else {
                    Socket portal = new Socket(InetAddress.getLoopbackAddress(), target);
                    pass(browser, portal);
                    pass(portal, browser);
                }
            } catch (IOException e) {
                // The test is over, or this connection is; the next one is served.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        open.add(from);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                from.getInputStream().transferTo(to.getOutputStream());
                            } catch (IOException e) {
                                // Cut, or closed by the other side: both ends are closed below.
                            } finally {
                                end(from);
                                end(to);
                                open.remove(from);
                            }
                        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
