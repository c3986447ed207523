package fi.kumppani.newsletter.bounce.report;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.bounce.Bounce;
import fi.kumppani.newsletter.bounce.Bounce.Kind;
import fi.kumppani.newsletter.bounce.BounceUseCases;
import fi.kumppani.newsletter.bounce.SignedReturnPaths;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class ReadReportTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_";

    private final SignedReturnPaths paths = BounceUseCases.paths("returns.example.org");
    private final ReadReport readReport = new ReadReport(paths);
    private final String path =
            Tenancy.callIn(
                    SEINAJOKI,
                    () -> paths.of(new EmailAddress("reader@example.net")).orElseThrow().value());

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, HARD",
        "failed, 5.2.2, SOFT",
        "failed, 4.4.7, SOFT",
        "failed, 2.0.0, SOFT",
        "delivered, 2.0.0, DELIVERED"
    })
    void readsANotification(String action, String status, Kind kind) {
        Report report = readReport.read(Returned.notification(path, action, status));

        assertThat(report).isInstanceOf(Report.OfLetter.class);
        Report.OfLetter ofLetter = (Report.OfLetter) report;
        assertThat(ofLetter.bounce().kind()).isEqualTo(kind);
        assertThat(ofLetter.bounce().letterId()).isEqualTo("issue-1.ref-1");
        assertThat(ofLetter.path().municipality()).isEqualTo(SEINAJOKI);
        assertThat(readReport.read(Returned.notification(path, action, status)))
                .as("the same report has the same id")
                .isEqualTo(report);
    }

    @Test
    void readsAPathWhoseCaseAServerHasChanged() {
        assertThat(
                        readReport.read(
                                Returned.notification(
                                        path.toUpperCase(Locale.ROOT), "failed", "5.1.1")))
                .isInstanceOf(Report.OfLetter.class);
    }

    @Test
    void readsAComplaintThatCameToAnotherAddress() {
        Report report = readReport.read(Returned.complaint(path, "abuse"));

        assertThat(report).isInstanceOf(Report.OfLetter.class);
        Bounce bounce = ((Report.OfLetter) report).bounce();
        assertThat(bounce.kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(bounce.letterId()).isEqualTo("issue-1.ref-1");
        assertThat(readReport.read(Returned.complaint(path, "not-spam")))
                .isInstanceOf(Report.Unreadable.class);
    }

    @Test
    void readsWhoLeavesByMail() {
        assertThat(readReport.read(Returned.leaving("<leave-743@returns.example.org>", TOKEN)))
                .isEqualTo(new Report.Departure("743", TOKEN));
    }

    /** A list of addresses in somebody's hands must not be enough to silence them. */
    @Test
    void believesNoPathThatWeHaveNotSigned() {
        char last = path.charAt(path.indexOf('@') - 1);
        String forged = path.replace(last + "@", (last == '0' ? '1' : '0') + "@");

        assertThat(readReport.read(Returned.notification(forged, "failed", "5.1.1")))
                .isInstanceOf(Report.Unreadable.class);
        assertThat(
                        readReport.read(
                                Returned.notification(
                                        path.replace("b.743.", "b.179."), "failed", "5.1.1")))
                .isInstanceOf(Report.Unreadable.class);
        assertThat(readReport.read(Returned.notification("reader@example.net", "failed", "5.1.1")))
                .isInstanceOf(Report.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Subject: hei||hei|",
                "Content-Type: multipart/report; report-type=delivery-status||no boundary|",
                "Content-Type: multipart/report; boundary=x||"
                        + "--x|"
                        + "Content-Type: message/delivery-status||",
                "Content-Type: multipart/mixed; boundary=x||--x||--x--|",
                "To: <leave-743@returns.example.org>|Subject: please||"
            })
    void isNotUpsetByAnythingElse(String mail) {
        assertThat(readReport.read(Returned.parse(mail.replace('|', '\n'))))
                .isInstanceOf(Report.Unreadable.class);
    }

    @Test
    void isNotUpsetByADelay() {
        assertThat(readReport.read(Returned.notification(path, "delayed", "4.4.1")))
                .isInstanceOf(Report.Unreadable.class);
    }

    @Test
    void givesNoPathsWithoutADomain() {
        assertThat(
                        Tenancy.callIn(
                                SEINAJOKI,
                                () ->
                                        BounceUseCases.paths(null)
                                                .of(new EmailAddress("reader@example.net"))))
                .isEmpty();
    }
}
