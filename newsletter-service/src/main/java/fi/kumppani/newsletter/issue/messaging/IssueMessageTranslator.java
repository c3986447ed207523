package fi.kumppani.newsletter.issue.messaging;

import fi.kumppani.contracts.newsletter.IssueSent;
import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailFailed;
import fi.kumppani.contracts.newsletter.MailUncertain;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.newsletter.issue.Chunk;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Issue;
import fi.kumppani.newsletter.issue.News;

import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Tells of sent issues, and of single letters only when they had trouble: twenty thousand letters
 * that arrived are no news.
 */
@Component
class IssueMessageTranslator implements MessageTranslator<News> {

    private static final String KIND = "issue";

    @Override
    public List<OutboundMessage> announce(News news) {
        return List.of(
                switch (news) {
                    case News.Sent(var issue) ->
                            new OutboundMessage(
                                    IssueSent.TYPE,
                                    issue.copy().id(),
                                    new IssueSent(contract(issue)));
                    case News.LetterUncertain(var chunk, var letterId) ->
                            new OutboundMessage(
                                    MailUncertain.TYPE,
                                    chunk.value(),
                                    new MailUncertain(letter(chunk, letterId, "uncertain")));
                    case News.LetterFailed(var chunk, var letterId) ->
                            new OutboundMessage(
                                    MailFailed.TYPE,
                                    chunk.value(),
                                    new MailFailed(letter(chunk, letterId, "failed")));
                });
    }

    private static Mail letter(Chunk.Id chunk, String letterId, String status) {
        return new Mail(letterId, chunk.issueId(), KIND, null, status);
    }

    private static fi.kumppani.contracts.newsletter.Issue contract(Issue.Sent issue) {
        Copy copy = issue.copy();
        return new fi.kumppani.contracts.newsletter.Issue(
                copy.id(),
                copy.listId(),
                copy.number(),
                copy.year(),
                copy.title().toContract(),
                issue.recipients(),
                issue.sentAt(),
                issue.imported());
    }
}
