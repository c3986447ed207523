package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.Language;

import java.util.List;

/**
 * What a letter says, apart from how it looks; both of its parts are laid out from it.
 *
 * @param language the reader's language
 * @param subject the subject
 * @param blocks from top to bottom
 * @param brand how the HTML looks
 */
public record Content(Language language, String subject, List<Block> blocks, Brand brand) {

    /** Copies the blocks. */
    public Content {
        blocks = List.copyOf(blocks);
    }
}
