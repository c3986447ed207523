package fi.kumppani.newsletter.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText.Told;
import fi.kumppani.newsletter.letter.Layout.LaidOut;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;

/** Letters that are laid out in two steps look as if they were laid out in one. */
class LayoutTests {

    private static final List<Block> BLOCKS =
            List.of(
                    new Block.Title(new Told("Kumppanuuspöytä kutsuu", Language.FI)),
                    new Block.Paragraph(new Told("Yksi.\n\nKaksi <b>.", Language.FI)),
                    new Block.Footnote("Seinäjoki"),
                    new Block.Link("Peru tilaus", URI.create("https://example.org/leave?token=a")));

    @Test
    void addsTheLastBlocksWhereverTheyBegin() {
        Content whole = content(BLOCKS);
        for (int end = 1; end <= BLOCKS.size(); end++) {
            LaidOut laidOut = LaidOut.of(content(BLOCKS.subList(0, end)));
            List<Block> last = BLOCKS.subList(end, BLOCKS.size());
            assertThat(laidOut.text(last).text()).isEqualTo(Layout.text(whole));
            assertThat(laidOut.html(last).text()).isEqualTo(Layout.html(whole));
        }
    }

    @Test
    void sharesAllButTheLastBlocks() {
        LaidOut laidOut = LaidOut.of(content(BLOCKS.subList(0, 3)));
        List<Block> last = BLOCKS.subList(3, 4);
        assertThat(laidOut.text(last).own())
                .isEqualTo("\nPeru tilaus:\nhttps://example.org/leave?token=a\n");
        assertThat(laidOut.html(last).own()).startsWith("<p style").endsWith("</html>\n");
        assertThat(laidOut.html(last).shared()).isSameAs(laidOut.html(List.of()).shared());
    }

    private static Content content(List<Block> blocks) {
        return new Content(Language.FI, "Kumppanuuspöytä kutsuu", blocks, Letters.sender().brand());
    }
}
