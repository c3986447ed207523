package fi.kumppani.events.door.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.AttendanceCounted;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

@EventsServiceTest
class DoorIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired LinkSigner signer;
    @Autowired TestMessages messages;

    @Test
    void letsAGuestInByTheTicketInTheirPicture() throws Exception {
        String event = api.published(10);
        api.registered(event, "a");
        String ticket = scanned(picture(event, 1, "png"));

        assertThat(ticket).doesNotContain("example.org");
        assertThat(api.get(own(event, 1, "/ticket")).send().is(200).text("/ticket"))
                .isEqualTo(ticket);
        assertThat(new String(picture(event, 1, "svg"), StandardCharsets.UTF_8))
                .startsWith("<svg ");

        JsonNode guest = guests(event).at("/items/0");
        assertThat(guest.at("/name").asString()).isEqualTo("Osallistuja a");
        assertThat(guest.at("/ticket").asString()).isEqualTo(sha256(ticket));
        assertThat(guest.at("/attendance").asString()).isEqualTo("expected");

        Api.Answer heard =
                notes(event, "phone-1", note("n-000001", "\"ticket\": \"" + ticket + "\""));
        assertThat(heard.is(200).text("/results/0/result")).isEqualTo("arrived");
        assertThat(heard.number("/results/0/number")).isEqualTo(1);
        assertThat(guests(event).at("/items/0/attendance").asString()).isEqualTo("attended");
    }

    @Test
    void agreesWithDevicesThatWereApart() {
        String event = api.published(10);
        api.registered(event, "a");
        api.registered(event, "b");
        String first =
                note("left-0001", "\"number\": 1") + "," + note("left-0002", "\"number\": 2");
        String second =
                note("right-001", "\"number\": 1")
                        + ","
                        + note("right-002", "\"category\": \"elected\", \"people\": 2")
                        + ","
                        + note("right-003", "\"takesBack\": \"left-0002\"");

        notes(event, "right", second).is(200);
        Api.Answer late = notes(event, "left", first).is(200);
        assertThat(late.text("/results/0/result")).isEqualTo("arrived-before");
        assertThat(late.text("/results/1/result")).isEqualTo("taken-back");
        assertThat(notes(event, "left", first).is(200).text("/results/0/result"))
                .isEqualTo("repeated");

        JsonNode door = door(event).json();
        assertThat(door.at("/people").asInt()).isEqualTo(3);
        assertThat(door.at("/parties").asInt()).isEqualTo(1);
        assertThat(door.at("/repeats").asInt()).isEqualTo(1);
        assertThat(door.at("/categories/elected").asInt()).isEqualTo(2);
        assertThat(door.at("/expected").asInt()).isEqualTo(2);
    }

    @Test
    void refusesForeignTicketsAndSaysWhatIsWrong() {
        String event = api.published(1);
        String other = api.published(1);
        api.registered(event, "a");
        api.registered(event, "b");
        api.registered(other, "a");
        String foreign = api.get(own(other, 1, "/ticket")).send().is(200).text("/ticket");

        assertThat(
                        notes(event, "phone", note("n-000001", "\"ticket\": \"" + foreign + "\""))
                                .text("/results/0/result"))
                .isEqualTo("no-seat");
        assertThat(
                        notes(event, "phone", note("n-000002", "\"number\": 2"))
                                .text("/results/0/result"))
                .isEqualTo("no-seat");
        api.get(own(event, 2, "/ticket.svg")).send().refusedAs("no-seat");
        notes(event, "phone", note("n-000003", "\"number\": 1, \"takesBack\": \"n-000001\""))
                .is(422)
                .names("notes[0]");
        notes(event, "phone", note("n-000003", "\"category\": \"clown\""))
                .is(422)
                .names("notes[0].category");
        notes(event, "a name with spaces", note("n-000003", "\"number\": 1"))
                .is(422)
                .names("device");
        assertThat(door(event).number("/people")).isZero();

        String body = "{\"device\": \"x\", \"notes\": [" + note("n-000009", "\"number\": 1") + "]}";
        api.post(path(event, "/notes")).body(body).send().is(401);
        api.post(path(event, "/notes")).by(stranger()).body(body).send().is(404);
        api.get(path(event, "/guests")).by(stranger()).send().is(404);
        api.get(path("no-such-event", "")).by(coordinator()).send().is(404);
        notes("no-such-event", "phone", note("n-000003", "\"number\": 1")).is(404);
        notes(api.drafted(1), "phone", note("n-000003", "\"number\": 1"))
                .refusedAs("not-published");
    }

    @Test
    void findsGuestsByNameAndTakesMistakesBack() {
        String event = api.published(10);
        api.registered(event, "aino");
        api.registered(event, "eero");

        Api.Answer found =
                api.post(path(event, "/searches"))
                        .by(coordinator())
                        .body("{\"name\": \"EERÖ osallistuja\"}")
                        .send()
                        .is(200);
        assertThat(found.json().at("/items")).hasSize(1);
        assertThat(found.number("/items/0/number")).isEqualTo(2);
        notes(event, "phone", note("n-000001", "\"number\": 2")).is(200);
        assertThat(door(event).number("/people")).isEqualTo(1);

        api.delete(path(event, "/arrivals/2")).by(coordinator()).send().is(204);
        api.delete(path(event, "/arrivals/2")).by(coordinator()).send().is(204);
        assertThat(door(event).number("/people")).isZero();
        assertThat(
                        notes(event, "phone", note("n-000002", "\"number\": 2"))
                                .text("/results/0/result"))
                .isEqualTo("arrived");

        JsonNode journal = api.get(path(event, "/journal")).by(coordinator()).send().is(200).json();
        assertThat(journal.at("/items").valueStream().map(line -> line.path("kind").asString()))
                .containsExactly("opened", "came", "taken-back", "came");
        assertThat(journal.at("/items/1/by").asString()).startsWith("coordinator:");
        assertThat(journal.toString()).doesNotContain("Osallistuja");
        api.get(path(event, "/journal")).by(stranger()).send().is(404);
        api.get(path("no-such-event", "/journal")).by(coordinator()).send().is(404);
    }

    @Test
    void givesWalkInsSeatsAsLongAsThereAreAny() {
        String event = api.published(2);
        api.registered(event, "a");
        String key = newKey();
        String body = "{\"category\": \"resident\", \"seated\": true}";

        Api.Answer seated = walkIn(event, key, body).is(200);
        assertThat(seated.text("/result")).isEqualTo("arrived");
        assertThat(walkIn(event, key, body).is(200).number("/number"))
                .isEqualTo(seated.number("/number"));
        walkIn(event, key, "{\"category\": \"staff\", \"seated\": true}").is(422);
        walkIn(event, newKey(), body).refusedAs("no-seat-free");
        assertThat(walkIn(event, newKey(), "{\"category\": \"staff\"}").is(200).text("/result"))
                .isEqualTo("counted");
        walkIn(event, newKey(), "{\"category\": \"staff\", \"people\": 0}").is(422).names("people");

        JsonNode door = door(event).json();
        assertThat(door.at("/people").asInt()).isEqualTo(2);
        assertThat(door.at("/expected").asInt()).isEqualTo(2);
        assertThat(door.at("/categories/resident").asInt()).isEqualTo(1);
        assertThat(guests(event).at("/items/1").has("name")).isFalse();
    }

    @Test
    void countsWhoReadsTheCodeAtTheDoor() {
        Instant now = clock.instant();
        String later = api.published(10);
        selfCheckIn(later, newKey(), "{\"code\": \"%s\"}".formatted(code(later)))
                .refusedAs("door-closed");

        String event = soon();
        api.registered(event, "a");
        try {
            String shown = code(event);
            assertThat(shown).matches("[A-Z2-9]{6}");
            String anonymous =
                    "{\"code\": \"%s\", \"category\": \"staff\"}"
                            .formatted(shown.toLowerCase(Locale.ROOT));
            String key = newKey();
            assertThat(selfCheckIn(event, key, anonymous).is(200).text("/result"))
                    .isEqualTo("counted");
            selfCheckIn(event, key, anonymous).is(200);
            selfCheckIn(event, newKey(), "{\"code\": \"AAAAAA\"}").is(422).names("code");
            String mine =
                    "{\"code\": \"%s\", \"registration\": {\"number\": 1, \"token\": \"%s\"}}"
                            .formatted(shown, token(event, 1));
            assertThat(selfCheckIn(event, newKey(), mine).is(200).text("/result"))
                    .isEqualTo("arrived");
            assertThat(selfCheckIn(event, newKey(), mine).is(200).text("/result"))
                    .isEqualTo("arrived-before");
            selfCheckIn(event, newKey(), mine.replace(token(event, 1), "forged"))
                    .is(422)
                    .names("registration");

            clock.pass(Duration.ofMinutes(10));
            selfCheckIn(event, newKey(), anonymous).is(200);
            clock.pass(Duration.ofMinutes(10));
            selfCheckIn(event, newKey(), anonymous).is(422).names("code");
            clock.moveTo(now);
            assertThat(door(event).number("/categories/staff")).isEqualTo(2);
            assertThat(door(event).number("/registered")).isEqualTo(1);
        } finally {
            clock.moveTo(now);
        }
    }

    @Test
    void declaresHowManyCameAndTellsItAnewWhenAPhoneComesLate() {
        Instant now = clock.instant();
        String event = soon();
        api.registered(event, "a");
        api.registered(event, "b");
        notes(event, "phone", note("n-000001", "\"number\": 1")).is(200);
        declare(event, 0).refusedAs("event-not-begun");

        clock.pass(Duration.ofMinutes(3));
        try {
            assertThat(door(event).number("/noShows")).isEqualTo(1);
            assertThat(guests(event).at("/items/1/attendance").asString()).isEqualTo("no-show");
            Api.Answer counted =
                    api.put(path(event, "/head-count"))
                            .by(coordinator())
                            .header("If-Match", "\"0\"")
                            .body("{\"people\": {\"elected\": 6}}")
                            .send()
                            .is(200);
            assertThat(counted.number("/people")).isEqualTo(7);
            declare(event, 0).is(412);
            declare(event, 1).is(200);
            notes(event, "late", note("n-000002", "\"number\": 2")).is(200);

            Awaitility.await()
                    .atMost(TestMessages.PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(messages.received(Topics.EVENTS_ATTENDANCE))
                                            .filteredOn(told -> told.subject().equals(event))
                                            .extracting(
                                                    told ->
                                                            told.data(AttendanceCounted.class)
                                                                    .attendance()
                                                                    .people())
                                            .containsExactly(7, 8));
        } finally {
            clock.moveTo(now);
        }
    }

    /** An event that begins in a minute and lasts one, for tokens of coordinators soon expire. */
    private String soon() {
        Instant start = clock.instant().plus(Duration.ofMinutes(1));
        ObjectNode evening = (ObjectNode) JSON.readTree(api.evening(10, start));
        evening.set("registrationDeadline", evening.get("startsAt"));
        evening.put("endsAt", start.plus(Duration.ofMinutes(1)).toString());
        return api.announced(JSON.writeValueAsString(evening));
    }

    private Instant startOf(String event) {
        return Instant.parse(api.get(EVENTS + "/" + event).send().text("/startsAt"));
    }

    private Api.Answer declare(String event, int seen) {
        return api.put(path(event, "/result"))
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .send();
    }

    private String code(String event) {
        return api.get(path(event, "/code")).by(coordinator()).send().is(200).text("/code");
    }

    private Api.Answer selfCheckIn(String event, String key, String body) {
        return api.post(path(event, "/self-check-ins")).key(key).body(body).send();
    }

    private Api.Answer walkIn(String event, String key, String body) {
        return api.post(path(event, "/walk-ins")).by(coordinator()).key(key).body(body).send();
    }

    private Api.Answer door(String event) {
        return api.get(path(event, "")).by(coordinator()).send().is(200);
    }

    private JsonNode guests(String event) {
        return api.get(path(event, "/guests")).by(coordinator()).send().is(200).json();
    }

    private Api.Answer notes(String event, String device, String notes) {
        return api.post(path(event, "/notes"))
                .by(coordinator())
                .body("{\"device\": \"%s\", \"notes\": [%s]}".formatted(device, notes))
                .send();
    }

    private String note(String id, String fields) {
        return "{\"id\": \"%s\", \"at\": \"%s\", %s}".formatted(id, clock.instant(), fields);
    }

    private static String path(String event, String rest) {
        return EVENTS + "/" + event + "/door" + rest;
    }

    private String own(String event, long number, String rest) {
        return "%s/%s/registrations/%d%s?token=%s"
                .formatted(EVENTS, event, number, rest, token(event, number));
    }

    private String token(String event, long number) {
        return signer.mint(
                "registration.manage",
                event + ":" + number,
                0,
                startOf(event).plus(Duration.ofDays(1)));
    }

    private byte[] picture(String event, long number, String kind) {
        return api.get(own(event, number, "/ticket." + kind))
                .send()
                .is(200)
                .response()
                .getContentAsByteArray();
    }

    private static String scanned(byte[] png) throws IOException, ReaderException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        // The picture is exact: looking for a code in a photograph would now and then guess a grid.
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(light)),
                        Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
                .getText();
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
