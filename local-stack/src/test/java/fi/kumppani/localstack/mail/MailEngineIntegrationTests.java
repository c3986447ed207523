package fi.kumppani.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.localstack.FreePorts;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;

class MailEngineIntegrationTests {

    @TempDir private Path data;

    private final int smtpPort = FreePorts.next();
    private final int webPort = FreePorts.next();
    private final HttpClient http = HttpClient.newHttpClient();
    private MailEngine engine = newEngine();

    @BeforeEach
    void start() {
        engine = newEngine();
        engine.start();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void findsMailsByWholeAddressPartOfTheSubjectAndId() throws Exception {
        send("maija+koe@example.org", "Järjestöilta: paikkasi on varattu", "Tervetuloa!");
        send("matti@example.org", "Olet varasijalla", "Numerosi on 1.");

        var found = mails("?to=maija%2Bkoe@example.org&subject=j%C3%84RJEST%C3%B6ilta");

        assertThat(found).hasSize(1);
        var mail = found.get(0);
        assertThat(mail.get("subject").asString()).isEqualTo("Järjestöilta: paikkasi on varattu");
        assertThat(mail.get("text").asString()).isEqualTo("Tervetuloa!");
        assertThat(mail.get("headers").get("X-Koe").get(0).asString()).isEqualTo("kyllä");
        assertThat(mails("?after=" + mail.get("id").asLong())).hasSize(1);
        assertThat(mails("?after=2999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void readsQueriesInEitherEncodingOfASpace() throws Exception {
        send("maija@example.org", "Järjestöilta: paikkasi on varattu", "Tervetuloa!");

        assertThat(mails("?subject=paikkasi+on+varattu")).hasSize(1);
        assertThat(mails("?subject=paikkasi%20on%20varattu")).hasSize(1);
        assertThat(mails("?subject=paikkasi%2Bon")).isEmpty();
        assertThat(mails("?to=maija%40example.org")).hasSize(1);
    }

    @Test
    void stillHasTheMailsAfterARestart() throws Exception {
        send("maija@example.org", "Ennen", "Ennen.");
        engine.close();
        start();
        send("maija@example.org", "Jälkeen", "Jälkeen.");

        assertThat(mails("").findValuesAsString("subject")).containsExactly("Jälkeen", "Ennen");
    }

    @Test
    void forgetsAllMailsWhenAsked() throws Exception {
        send("maija@example.org", "Pois", "Pois.");

        var answer = http.send(to("/api/mails").DELETE().build(), BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(mails("")).isEmpty();
    }

    @Test
    void showsTheHtmlOfAMailWhereItsScriptsCannotRun() throws Exception {
        var html = new MimeBodyPart();
        html.setText("<h1>Uutiskirje</h1><script>alert(1)</script>", "UTF-8", "html");
        var calendar = new MimeBodyPart();
        calendar.setDataHandler(
                new DataHandler(new ByteArrayDataSource("BEGIN:VCALENDAR", "text/calendar")));
        calendar.setFileName("ilta.ics");
        var message = message("maija@example.org", "Uutiskirje 2/2024");
        message.setContent(new MimeMultipart(html, calendar));
        Transport.send(message);
        long id = mails("").get(0).get("id").asLong();

        assertThat(get("/mails/" + id).body())
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("ilta.ics")
                .doesNotContain("alert(1)");
        assertThat(get("/mails/" + id + "/html").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("sandbox ")
                .doesNotContain("allow-scripts");
        assertThat(get("/mails/" + id + "/attachments/0").body()).isEqualTo("BEGIN:VCALENDAR");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertThat(get("/api/mails?after=yesterday").statusCode()).isEqualTo(400);
        assertThat(get("/mails/4711").statusCode()).isEqualTo(404);
        assertThat(get("/mails/../../etc/passwd").statusCode()).isEqualTo(404);
    }

    private MailEngine newEngine() {
        return new MailEngine(data, smtpPort, webPort);
    }

    private void send(String to, String subject, String text) throws MessagingException {
        var message = message(to, subject);
        message.setHeader("X-Koe", "=?UTF-8?Q?kyll=C3=A4?=");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private MimeMessage message(String to, String subject) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", String.valueOf(smtpPort));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("kunta@example.org"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private JsonNode mails(String query) throws IOException, InterruptedException {
        return new JsonMapper().readTree(get("/api/mails" + query).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + webPort + path));
    }
}
