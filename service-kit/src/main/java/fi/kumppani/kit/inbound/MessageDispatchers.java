package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.MessageTypes;
import fi.kumppani.kit.inbound.MessageDispatcher.Route;

import org.springframework.messaging.Message;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Where a service says what it does about the messages of each of its bindings. */
public final class MessageDispatchers {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;
    private final InboundMetrics metrics;
    private final StaleMessages stale;
    private final Map<String, MessageDispatcher> built = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> feeding = new ConcurrentHashMap<>();

    MessageDispatchers(Clock clock, InboundMetrics metrics, StaleMessages stale) {
        this.clock = clock;
        this.metrics = metrics;
        this.stale = stale;
    }

    /**
     * Begins the dispatcher of one binding.
     *
     * @param name the name of the function's bean; its binding is {@code <name>-in-0}
     */
    public Builder create(String name) {
        return new Builder(name);
    }

    /** The dispatcher with this name, if the service has built it. */
    Optional<MessageDispatcher> named(String name) {
        return Optional.ofNullable(built.get(name));
    }

    /** The names of the dispatchers that fill this read model. */
    Set<String> feeding(String readModel) {
        return feeding.getOrDefault(readModel, Set.of());
    }

    /** The names of all read models that can be rebuilt. */
    Set<String> readModels() {
        return feeding.keySet();
    }

    /** Collects the handlers of one binding. */
    public final class Builder {

        private final String name;
        private final Map<String, List<Route<?>>> routes = new LinkedHashMap<>();
        private final List<Rebuildable> readModels = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Handles messages of the type by changing what the service itself keeps: guarded by the
         * message's sequence or keyed by its id.
         *
         * @throws IllegalArgumentException when the catalogue knows no such type, or with other
         *     data
         */
        public <T extends Record> Builder on(
                String type, Class<T> data, MessageHandler<T> handler) {
            return add(type, new Route<>(data, handler, false));
        }

        /**
         * Handles messages of the type by an effect on the world (mail, money, webhook), keyed by
         * the message's id. A message older than seven days has none, and neither has a rebuild.
         *
         * @throws IllegalArgumentException when the catalogue knows no such type, or with other
         *     data
         */
        public <T extends Record> Builder effect(
                String type, Class<T> data, MessageHandler<T> handler) {
            return add(type, new Route<>(data, handler, true));
        }

        /**
         * Lets the read models be rebuilt from the beginning of this binding's topics. The handlers
         * given to {@link #on} then run again, for what they write to the read model: they must
         * write nothing else that minds.
         */
        public Builder rebuilds(Rebuildable... models) {
            readModels.addAll(Arrays.asList(models));
            return this;
        }

        /** The function to give to Spring Cloud Stream. */
        public Consumer<Message<byte[]>> build() {
            var dispatcher =
                    new MessageDispatcher(name, Map.copyOf(routes), json, clock, metrics, stale);
            if (built.putIfAbsent(name, dispatcher) != null) {
                throw new IllegalStateException("There are two dispatchers named " + name);
            }
            for (Rebuildable model : readModels) {
                feeding.computeIfAbsent(model.name(), _ -> ConcurrentHashMap.newKeySet()).add(name);
            }
            return dispatcher;
        }

        private Builder add(String type, Route<?> route) {
            if (MessageTypes.named(type).data() != route.data()) {
                throw new IllegalArgumentException(
                        type + " does not carry " + route.data().getSimpleName());
            }
            routes.computeIfAbsent(type, _ -> new ArrayList<>()).add(route);
            return this;
        }
    }
}
