package fi.kumppani.portal.callwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call, or a part of one, as grants-service tells it, with all of its members: those too that no
 * page knows are sent back as they were.
 *
 * @param members by their names; none has no value
 */
record CallBody(Map<String, Object> members) {

    static final CallBody EMPTY = new CallBody(Map.of());

    CallBody {
        members = Map.copyOf(members);
    }

    /** What was read of a body; what has no value is left out. */
    static CallBody of(Map<?, ?> read) {
        Map<String, Object> members = new LinkedHashMap<>();
        read.forEach(
                (name, value) -> {
                    if (value != null) {
                        members.put(String.valueOf(name), value);
                    }
                });
        return new CallBody(members);
    }

    /** A text or a number, as a text; empty when there is none. */
    String text(String name) {
        Object value = members.get(name);
        return value == null ? "" : value.toString();
    }

    /** Whether it says yes. */
    boolean isYes(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    /** A part of it; an empty one when there is none. */
    CallBody part(String name) {
        return members.get(name) instanceof Map<?, ?> part ? of(part) : EMPTY;
    }

    /** The parts in a list of it. */
    List<CallBody> parts(String name) {
        List<CallBody> parts = new ArrayList<>();
        if (members.get(name) instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof Map<?, ?> part) {
                    parts.add(of(part));
                }
            }
        }
        return parts;
    }

    /** The words in a list of it. */
    List<String> words(String name) {
        return members.get(name) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether there is anything in it. */
    boolean isEmpty() {
        return members.isEmpty();
    }

    /** The same to be written anew. */
    Map<String, Object> copy() {
        return new LinkedHashMap<>(members);
    }
}
