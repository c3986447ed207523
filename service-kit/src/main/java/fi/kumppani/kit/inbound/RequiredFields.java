package fi.kumppani.kit.inbound;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;

/** Finds fields that a message's record promises and its JSON did not bring. */
final class RequiredFields {

    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    return type.getRecordComponents();
                }
            };

    private RequiredFields() {}

    /** The path of the first missing field; null when all are there. */
    static @Nullable String firstMissing(Record data) {
        for (RecordComponent component : COMPONENTS.get(data.getClass())) {
            Object value = read(component, data);
            if (value == null) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    return component.getName();
                }
            } else {
                String inside = missingInside(value);
                if (inside != null) {
                    return component.getName() + "." + inside;
                }
            }
        }
        return null;
    }

    private static @Nullable String missingInside(@Nullable Object value) {
        return switch (value) {
            case Record nested -> firstMissing(nested);
            case Collection<?> many -> missingAmong(many);
            case Map<?, ?> map -> missingAmong(map.values());
            case null, default -> null;
        };
    }

    private static @Nullable String missingAmong(Collection<?> many) {
        for (Object one : many) {
            String inside = missingInside(one);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static @Nullable Object read(RecordComponent component, Record data) {
        try {
            return component.getAccessor().invoke(data);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Message types are public records", e);
        }
    }
}
