package fi.kumppani.events.memo.web;

import fi.kumppani.events.memo.Attachment;

/**
 * A file that goes with a memo, as it is shown.
 *
 * @param id the SHA-256 of its content in hexadecimal digits
 * @param name what it is called
 * @param mediaType such as {@code application/pdf}
 * @param bytes how many it has
 */
record AttachmentView(String id, String name, String mediaType, int bytes) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(),
                attachment.name(),
                attachment.type().mediaType(),
                attachment.bytes());
    }
}
