package fi.kumppani.localstack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;

import io.netty.channel.embedded.EmbeddedChannel;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class KeyOrderTests {

    private final ObjectDataType slow = new ObjectDataType();
    private final KeyOrder fast = new KeyOrder();

    @Test
    void ordersAsTheStoreDoes() {
        List<KeyValue> keys = keys(new Random(7));

        for (KeyValue one : keys) {
            for (KeyValue other : keys) {
                assertThat(Integer.signum(fast.compare(one, other)))
                        .as("%s, %s", one, other)
                        .isEqualTo(Integer.signum(slow.compare(one, other)));
            }
        }
    }

    @Test
    void isUsedForTheIndexThatTheLibraryOpens() {
        try (MVStore store = new MVStore.Builder().open()) {
            var backend = new CommittingBackend(store);
            var _ =
                    backend.handleCommand(
                            new EmbeddedChannel(),
                            "some",
                            "insert",
                            new Document("insert", "things")
                                    .append("documents", List.of(new Document("_id", "a"))));
            assertThat(store.getMapNames().stream().filter(name -> name.contains("_index_")))
                    .singleElement()
                    .satisfies(
                            name ->
                                    assertThat(store.openMap(name).getKeyType())
                                            .isInstanceOf(KeyOrder.class));
        }
    }

    private static List<KeyValue> keys(Random random) {
        List<KeyValue> keys = new ArrayList<>();
        for (int length :
                List.of(0, 1, 2, 127, 128, 255, 256, 257, 9_999, 10_000, 10_001, 40_000)) {
            keys.add(new KeyValue("a".repeat(length)));
            keys.add(new KeyValue("b".repeat(length)));
        }
        for (int each = 0; each < 100; each++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            keys.add(new KeyValue(id));
            keys.add(new KeyValue(id + ":" + random.nextInt(20_000)));
            keys.add(new KeyValue(letters(random)));
        }
        keys.add(new KeyValue("å"));
        keys.add(new KeyValue("ääkköset"));
        keys.add(new KeyValue("\0"));
        keys.add(new KeyValue("z\0"));
        keys.add(new KeyValue(7));
        keys.add(new KeyValue(7L));
        keys.add(new KeyValue(7.5));
        keys.add(new KeyValue(true));
        keys.add(new KeyValue("a", "b"));
        keys.add(new KeyValue((Object) null));
        return keys;
    }

    private static String letters(Random random) {
        return random.ints(random.nextInt(6), 1, 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
