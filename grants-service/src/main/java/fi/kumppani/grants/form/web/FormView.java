package fi.kumppani.grants.form.web;

import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * A form as it is read.
 *
 * @param version counts the versions, from 1
 */
record FormView(String id, int version, LocalizedText title, List<FormBody.SectionBody> sections) {

    static FormView of(FormVersion form) {
        FormBody body = FormBody.of(form.content());
        return new FormView(form.id().value(), form.number(), body.title(), body.sections());
    }
}
