package fi.kumppani.newsletter.mail.messaging;

import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailFailed;
import fi.kumppani.contracts.newsletter.MailQueued;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.contracts.newsletter.MailUncertain;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.newsletter.mail.Matter;
import fi.kumppani.newsletter.mail.News;

import org.springframework.stereotype.Component;

import java.util.List;

/** Tells the fate of each mail, in ids. */
@Component
class MailMessageTranslator implements MessageTranslator<News> {

    @Override
    public List<OutboundMessage> announce(News news) {
        Matter matter = news.matter();
        return List.of(
                switch (news) {
                    case News.Queued _ ->
                            message(
                                    MailQueued.TYPE,
                                    matter,
                                    new MailQueued(state(matter, "queued")));
                    case News.Sent _ ->
                            message(MailSent.TYPE, matter, new MailSent(state(matter, "sent")));
                    case News.Uncertain _ ->
                            message(
                                    MailUncertain.TYPE,
                                    matter,
                                    new MailUncertain(state(matter, "uncertain")));
                    case News.Failed _ ->
                            message(
                                    MailFailed.TYPE,
                                    matter,
                                    new MailFailed(state(matter, "failed")));
                });
    }

    private static OutboundMessage message(String type, Matter matter, Record data) {
        return new OutboundMessage(type, matter.id(), data);
    }

    private static Mail state(Matter matter, String status) {
        return new Mail(
                matter.id(), matter.causeId(), matter.kind().wireName(), matter.about(), status);
    }
}
