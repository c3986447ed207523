package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;

import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The input bindings of this service, checked: known topics, and a group for each. */
final class InboundBindings {

    /**
     * One binding.
     *
     * @param function the bean that handles its messages
     * @param group the consumer group
     * @param topics where the messages come from
     */
    record InboundBinding(String function, String group, List<Topic> topics) {}

    private static final String INPUT = "-in-";

    private final List<InboundBinding> all;

    InboundBindings(BindingServiceProperties properties) {
        var found = new ArrayList<InboundBinding>();
        properties
                .getBindings()
                .forEach(
                        (name, binding) -> {
                            int end = name.lastIndexOf(INPUT);
                            if (end > 0) {
                                found.add(read(name, name.substring(0, end), binding));
                            }
                        });
        this.all = List.copyOf(found);
    }

    List<InboundBinding> all() {
        return all;
    }

    /** The binding of a group that reads the topic. */
    Optional<InboundBinding> reading(String topic, String group) {
        return all.stream()
                .filter(binding -> binding.group().equals(group))
                .filter(binding -> binding.topics().stream().anyMatch(t -> t.name().equals(topic)))
                .findFirst();
    }

    /** The binding of this function. */
    InboundBinding of(String function) {
        return all.stream()
                .filter(binding -> binding.function().equals(function))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("There is no binding " + function + INPUT));
    }

    private static InboundBinding read(String name, String function, BindingProperties binding) {
        String group = binding.getGroup();
        String destination = binding.getDestination();
        if (group == null || group.isBlank() || destination == null || destination.isBlank()) {
            throw new IllegalStateException(
                    "Binding " + name + " must say its destination and its group");
        }
        List<Topic> topics =
                Arrays.stream(destination.split(","))
                        .map(String::strip)
                        .map(t -> topic(name, t))
                        .toList();
        return new InboundBinding(function, group, topics);
    }

    private static Topic topic(String binding, String name) {
        return Topics.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Binding %s reads %s, which is no topic of the contracts"
                                                .formatted(binding, name)));
    }
}
