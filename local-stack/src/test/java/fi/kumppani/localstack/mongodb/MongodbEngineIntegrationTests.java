package fi.kumppani.localstack.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

import fi.kumppani.localstack.FreePorts;
import fi.kumppani.localstack.LocalStack;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class MongodbEngineIntegrationTests {

    private static final int WRITES = 500;

    @TempDir private Path data;

    private final int port = FreePorts.next();

    @Test
    void losesNothingAcknowledgedWhenItsProcessIsKilled() throws Exception {
        Process server =
                start(LocalStack.class, "mongodb", "--data=" + data, "--ports.mongodb=" + port);

        Set<Integer> acknowledged = writeUntilKilled(server);

        assertThat(acknowledged).hasSize(WRITES);
        assertThat(afterRestart()).containsAll(acknowledged);
    }

    /**
     * The control of the test above: the same killing must show the loss that the commit prevents.
     */
    @Test
    void losesAcknowledgedWritesWithoutACommitAfterEach() throws Exception {
        Process server =
                start(
                        WithoutCommits.class,
                        directory().resolve("documents.mv").toString(),
                        String.valueOf(port));

        assertThat(writeUntilKilled(server)).hasSize(WRITES);
        assertThat(afterRestart()).hasSizeLessThan(WRITES);
    }

    private Set<Integer> writeUntilKilled(Process server) throws InterruptedException {
        Set<Integer> acknowledged = new TreeSet<>();
        try (var client = connect()) {
            var collection = collection(client);
            for (int id = 0; id < WRITES; id++) {
                var _ = collection.insertOne(new Document("_id", id));
                acknowledged.add(id);
            }
            server.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private List<Integer> afterRestart() {
        try (var engine = new MongodbEngine(directory(), port)) {
            engine.start();
            try (var client = connect()) {
                List<Integer> found = new ArrayList<>();
                collection(client).find().map(document -> document.getInteger("_id")).into(found);
                return found;
            }
        }
    }

    private Path directory() {
        try {
            return Files.createDirectories(data.resolve("mongodb"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private MongoClient connect() {
        return MongoClients.create("mongodb://localhost:" + port);
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("events").getCollection("registrations");
    }

    private Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start();
        await().atMost(60, SECONDS).until(this::answers);
        return process;
    }

    private boolean answers() {
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The backend as it comes. */
    static final class WithoutCommits {

        public static void main(String... arguments) {
            new MongoServer(new H2Backend(arguments[0]))
                    .bind("localhost", Integer.parseInt(arguments[1]));
        }
    }
}
