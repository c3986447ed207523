package fi.kumppani.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClickableTextTests {

    @Test
    void linksAddressesWithoutTheFullStopThatEndsTheSentence() {
        assertThat(ClickableText.toHtml("Peru: http://localhost:8080/peru?a=1&b=2."))
                .isEqualTo(
                        "Peru: <a href=\"http://localhost:8080/peru?a=1&amp;b=2\">"
                                + "http://localhost:8080/peru?a=1&amp;b=2</a>.");
    }

    @Test
    void escapesEverythingElse() {
        assertThat(ClickableText.toHtml("<script>alert(\"ä\")</script> javascript:alert(1)"))
                .isEqualTo("&lt;script&gt;alert(&quot;ä&quot;)&lt;/script&gt; javascript:alert(1)");
    }
}
