package fi.kumppani.newsletter.dispatch.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

class MailSessionsTests {

    @Test
    void looksThroughJarsOnNoVirtualThread() throws InterruptedException {
        assertThat(lookedFor(() -> MailSessions.of(new Properties()))).isEmpty();
    }

    @Test
    void wouldLookThroughThemWithoutAThreadOfItsOwn() throws InterruptedException {
        assertThat(lookedFor(() -> Session.getInstance(new Properties()))).isNotEmpty();
    }

    /** What a virtual thread looked for itself. */
    private static Set<String> lookedFor(Runnable making) throws InterruptedException {
        Set<String> names = ConcurrentHashMap.newKeySet();
        var watched =
                new ClassLoader(MailSessionsTests.class.getClassLoader()) {
                    @Override
                    public Enumeration<URL> getResources(String name) throws IOException {
                        if (Thread.currentThread().isVirtual()) {
                            names.add(name);
                        }
                        return super.getResources(name);
                    }
                };
        Thread maker = Thread.ofVirtual().unstarted(making);
        maker.setContextClassLoader(watched);
        maker.start();
        maker.join();
        return names;
    }
}
