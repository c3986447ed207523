package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import java.util.ArrayList;
import java.util.List;

/**
 * What is missing before an application can be handed in.
 *
 * @param href where it is added
 * @param key of the text that says what is wrong
 */
record MissingPart(String href, Told label, String key) {

    /** What the service found missing, each with the way to it. */
    static List<MissingPart> of(
            String path,
            CallPart call,
            FormFacts form,
            List<Refusal.FieldError> errors,
            Language language) {
        List<MissingPart> missing = new ArrayList<>();
        for (Refusal.FieldError error : errors) {
            for (FormFacts.Section section : form.sections()) {
                for (FormFacts.Asked question : section.questions()) {
                    if (error.field().equals("answers." + section.id() + "." + question.id())) {
                        missing.add(
                                new MissingPart(
                                        path
                                                + "/sections/"
                                                + section.id()
                                                + "#"
                                                + SectionFields.field(question.id()),
                                        question.label().told(language),
                                        SectionFields.text(error.code())));
                    }
                }
            }
            for (CallPart.Attachment file : call.attachments()) {
                if (error.field().equals("attachments." + file.id())) {
                    missing.add(
                            new MissingPart(
                                    path + "/files",
                                    file.label().told(language),
                                    "own.missing.file"));
                }
            }
        }
        return missing;
    }
}
