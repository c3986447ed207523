package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Readers;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.SmtpSink;
import fi.kumppani.system.stand.SmtpSink.Taken;
import fi.kumppani.system.stand.TestStand;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sender of letters dies again and again, and everybody gets theirs. */
class LettersJourneyTests {

    private static final int READERS = 5_000;
    private static final int CONNECTIONS = 3;
    private static final List<Integer> KILLED_AT = List.of(1_200, 3_400);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static TestStand stand;
    private static SmtpSink sink;

    @BeforeAll
    static void begin() {
        stand =
                new TestStand(
                        "letters",
                        Map.of(
                                "KUMPPANI_SMTP_PERSECOND", "2000",
                                "KUMPPANI_SMTP_DOMAINPERSECOND", "2000",
                                "KUMPPANI_SENDING_ISSUECONNECTIONS", "" + CONNECTIONS,
                                "KUMPPANI_SENDING_LEASE", "5s"));
        sink = new SmtpSink(stand.smtpPort(), Duration.ofMillis(4));
        stand.start(Engine.KAFKA, Engine.MONGODB, Engine.IDENTITY);
        stand.start(Service.NEWSLETTER);
    }

    @AfterAll
    static void end() {
        stand.close();
        sink.close();
    }

    @Test
    void skipsNobodyAndRepeatsOnlyWhatWasInFlightAndReported() {
        Readers readers = new Readers(stand, sink);
        String list = readers.list(READERS);
        int before = sink.count();

        String issue = readers.send(list, 1, "Tervetuloa!");
        killAndStart();
        for (int killedAt : KILLED_AT) {
            await().atMost(PATIENCE).until(() -> sink.count() - before >= killedAt);
            killAndStart();
        }
        JsonNode done =
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .until(
                                () -> readers.progress(issue).json(),
                                progress -> "sent".equals(progress.path("state").asString()));

        List<Taken> letters = sink.taken().stream().skip(before).toList();
        assertThat(letters)
                .extracting(Taken::to)
                .containsAll(IntStream.range(0, READERS).mapToObj(Readers::address).toList());
        Map<String, Set<String>> ids =
                letters.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Taken::to,
                                        Collectors.mapping(Taken::messageId, Collectors.toSet())));
        assertThat(ids).hasSize(READERS);
        assertThat(ids.values())
                .as("one Message-ID each")
                .allSatisfy(own -> assertThat(own).hasSize(1));
        assertThat(done.path("recipients").asInt()).isEqualTo(READERS);
        assertThat(done.path("sent").asInt()).isEqualTo(READERS);
        assertThat(done.path("failed").asInt() + done.path("left").asInt()).isZero();
        Set<String> reported = new HashSet<>();
        done.path("troubled").forEach(letter -> reported.add(letter.path("id").asString()));
        assertThat(repeatedByLife(letters))
                .as("at most one for each connection and crash")
                .allSatisfy(
                        (_, repeated) -> assertThat(repeated).hasSizeLessThanOrEqualTo(CONNECTIONS))
                .hasSizeLessThanOrEqualTo(KILLED_AT.size() + 1);
        assertThat(reported)
                .as("each is told to the operator")
                .containsAll(
                        repeatedByLife(letters).values().stream()
                                .flatMap(Set::stream)
                                .map(id -> id.substring(0, id.indexOf('@')))
                                .toList())
                .hasSizeLessThanOrEqualTo(CONNECTIONS * (KILLED_AT.size() + 1));
    }

    /** The letters that came once more, by the life in which they came before. */
    private static Map<Integer, Set<String>> repeatedByLife(List<Taken> letters) {
        Map<String, Integer> last = new HashMap<>();
        Map<Integer, Set<String>> repeated = new HashMap<>();
        for (Taken letter : letters) {
            Integer life = last.put(letter.messageId(), letter.life());
            if (life != null) {
                repeated.computeIfAbsent(life, _ -> new HashSet<>()).add(letter.messageId());
            }
        }
        return repeated;
    }

    private static void killAndStart() {
        stand.service(Service.NEWSLETTER).kill();
        sink.nextLife();
        stand.start(Service.NEWSLETTER);
    }
}
