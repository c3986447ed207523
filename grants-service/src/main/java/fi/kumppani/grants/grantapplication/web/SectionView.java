package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.grantapplication.FilledForm;

import java.util.Map;

/**
 * A section of an application's form.
 *
 * @param form the id of the form
 * @param version the version of the form it is filled in on
 * @param answers by the id of the question
 */
record SectionView(String form, int version, String section, Map<String, Object> answers) {

    static SectionView of(FilledForm form, String section) {
        return new SectionView(
                form.form().value(), form.version(), section, form.answers().of(section));
    }
}
