package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.attachment.Attachment;

import org.jspecify.annotations.Nullable;

/**
 * A file that goes with an application, as it is shown.
 *
 * @param id the SHA-256 of its content in hexadecimal digits
 * @param mediaType such as {@code application/pdf}
 * @param requirement which of the attachments that the call requires it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttachmentView(
        String id, String name, String mediaType, int bytes, @Nullable String requirement) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(),
                attachment.name(),
                attachment.type().mediaType(),
                attachment.bytes(),
                attachment.requirement());
    }
}
