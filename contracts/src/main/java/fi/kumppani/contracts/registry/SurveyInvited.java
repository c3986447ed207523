package fi.kumppani.contracts.registry;

/**
 * An association is invited to answer a survey, once as an association: whoever represents it
 * answers for it. No service has surveys yet, so nobody publishes this; the service that gets them
 * tells which address the invitation goes to and makes the link to the questions.
 *
 * @param invitationId of the one invitation this association has to this survey; the subject
 * @param surveyId the survey
 * @param associationId who is to answer
 */
public record SurveyInvited(String invitationId, String surveyId, String associationId) {
    public static final String TYPE = "registry.survey.invited.v1";
}
