package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationSubmitted;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A service whose handlers do what each test tells them for its subjects. */
@SpringBootConfiguration
@EnableAutoConfiguration
class InboundTestService {

    static final String GRANT_MESSAGES = "grantMessages";
    static final String OTHER_MESSAGES = "otherMessages";

    /** Something a handler began to do. */
    record Attempt(String function, String what, InboundMessage<?> message) {}

    /** What handlers do, and have done. */
    static final class Script {

        private final Map<String, Runnable> behaviours = new ConcurrentHashMap<>();
        private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

        /** Tells what the function does about the subject. */
        void when(String function, String subject, Runnable behaviour) {
            behaviours.put(function + subject, behaviour);
        }

        /** What was begun about the subject, in order. */
        List<Attempt> attempts(String function, String subject) {
            return attempts.stream()
                    .filter(attempt -> attempt.function().equals(function))
                    .filter(attempt -> attempt.message().subject().equals(subject))
                    .toList();
        }

        private void play(String function, String what, InboundMessage<?> message) {
            attempts.add(new Attempt(function, what, message));
            behaviours.getOrDefault(function + message.subject(), () -> {}).run();
        }
    }

    @Bean
    Script script() {
        return new Script();
    }

    @Bean
    Consumer<Message<byte[]>> grantMessages(MessageDispatchers dispatchers, Script script) {
        return dispatchers
                .create(GRANT_MESSAGES)
                .on(
                        ApplicationDecided.TYPE,
                        ApplicationDecided.class,
                        message -> script.play(GRANT_MESSAGES, "state", message))
                .effect(
                        ApplicationSubmitted.TYPE,
                        ApplicationSubmitted.class,
                        message -> script.play(GRANT_MESSAGES, "effect", message))
                .build();
    }

    @Bean
    Consumer<Message<byte[]>> otherMessages(MessageDispatchers dispatchers, Script script) {
        return dispatchers
                .create(OTHER_MESSAGES)
                .on(
                        ApplicationDecided.TYPE,
                        ApplicationDecided.class,
                        message -> script.play(OTHER_MESSAGES, "state", message))
                .build();
    }

    static ApplicationDecided decided() {
        return new ApplicationDecided(application("granted"));
    }

    static ApplicationSubmitted submitted() {
        return new ApplicationSubmitted(application("submitted"));
    }

    private static Application application(String status) {
        return new Application(
                "a",
                "743/2026/00001",
                "c",
                "s",
                2026,
                new Money("400.00", "EUR"),
                status,
                new Money("300.00", "EUR"),
                List.of(),
                null,
                false);
    }
}
