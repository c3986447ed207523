package fi.kumppani.contracts;

import java.util.List;

/** Every topic of the system; nothing is created on the fly. */
public final class Topics {

    private static final int PARTITIONS = 3;

    public static final Topic REGISTRY_MUNICIPALITY = topic("registry.municipality");
    public static final Topic REGISTRY_ASSOCIATION = topic("registry.association");
    public static final Topic REGISTRY_MANDATE = topic("registry.mandate");
    public static final Topic REGISTRY_INVITATION = topic("registry.invitation");
    public static final Topic REGISTRY_NETWORK = topic("registry.network");
    public static final Topic REGISTRY_MEMBERSHIP = topic("registry.membership");
    public static final Topic REGISTRY_SURVEY = topic("registry.survey");
    public static final Topic EVENTS_EVENT = topic("events.event");
    public static final Topic EVENTS_REGISTRATION = topic("events.registration");
    public static final Topic EVENTS_SERIES = topic("events.series");
    public static final Topic EVENTS_ATTENDANCE = topic("events.attendance");
    public static final Topic EVENTS_MEMO = topic("events.memo");
    public static final Topic GRANTS_CALL = topic("grants.call");
    public static final Topic GRANTS_APPLICATION = topic("grants.application");
    public static final Topic GRANTS_HANDLING = topic("grants.handling");
    public static final Topic GRANTS_NOTIFICATION = topic("grants.notification");
    public static final Topic GRANTS_REDRESS = topic("grants.redress");
    public static final Topic GRANTS_LEDGER = topic("grants.ledger");
    public static final Topic GRANTS_AWARD = topic("grants.award");
    public static final Topic GRANTS_ACCOUNT = topic("grants.account");
    public static final Topic GRANTS_PAYMENT = topic("grants.payment");
    public static final Topic GRANTS_REPORT = topic("grants.report");
    public static final Topic GRANTS_RECOVERY = topic("grants.recovery");
    public static final Topic GRANTS_BOARD = topic("grants.board");
    public static final Topic GRANTS_CASE = topic("grants.case");
    public static final Topic GRANTS_CHANGE = topic("grants.change");
    public static final Topic GRANTS_LOAN = topic("grants.loan");
    public static final Topic GRANTS_FORM = topic("grants.form");
    public static final Topic GRANTS_POWER = topic("grants.power");
    public static final Topic GRANTS_APPEAL = topic("grants.appeal");
    public static final Topic NEWSLETTER_SUBSCRIPTION = topic("newsletter.subscription");
    public static final Topic NEWSLETTER_ISSUE = topic("newsletter.issue");
    public static final Topic NEWSLETTER_MAIL = topic("newsletter.mail");

    private static final List<Topic> ALL =
            List.of(
                    REGISTRY_MUNICIPALITY,
                    REGISTRY_ASSOCIATION,
                    REGISTRY_MANDATE,
                    REGISTRY_INVITATION,
                    REGISTRY_NETWORK,
                    REGISTRY_MEMBERSHIP,
                    REGISTRY_SURVEY,
                    EVENTS_EVENT,
                    EVENTS_REGISTRATION,
                    EVENTS_SERIES,
                    EVENTS_ATTENDANCE,
                    EVENTS_MEMO,
                    GRANTS_CALL,
                    GRANTS_APPLICATION,
                    GRANTS_HANDLING,
                    GRANTS_NOTIFICATION,
                    GRANTS_REDRESS,
                    GRANTS_LEDGER,
                    GRANTS_AWARD,
                    GRANTS_ACCOUNT,
                    GRANTS_PAYMENT,
                    GRANTS_REPORT,
                    GRANTS_RECOVERY,
                    GRANTS_BOARD,
                    GRANTS_CASE,
                    GRANTS_CHANGE,
                    GRANTS_LOAN,
                    GRANTS_FORM,
                    GRANTS_POWER,
                    GRANTS_APPEAL,
                    NEWSLETTER_SUBSCRIPTION,
                    NEWSLETTER_ISSUE,
                    NEWSLETTER_MAIL);

    private Topics() {}

    /** All topics that carry messages, dead-letter topics apart. */
    public static List<Topic> all() {
        return ALL;
    }

    private static Topic topic(String name) {
        return new Topic(name, PARTITIONS);
    }
}
