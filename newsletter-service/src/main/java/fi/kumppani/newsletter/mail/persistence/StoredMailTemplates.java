package fi.kumppani.newsletter.mail.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.RecentlyRead;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.MailTemplate;
import fi.kumppani.newsletter.mail.MailTemplates;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One document for each municipality and kind of mail it has words of its own for. */
@Component
class StoredMailTemplates implements MailTemplates {

    private static final TemplateDocument NONE = TemplateDocument.from(MailTemplate.NONE);

    private final AggregateCollection<TemplateDocument> collection;
    private final RecentlyRead<Map<MailKind, MailTemplate>> lately =
            new RecentlyRead<>(System::nanoTime);

    StoredMailTemplates(AggregateCollections collections) {
        this.collection = collections.collection("mail.templates", TemplateDocument.class).open();
    }

    /** A template as it is kept. */
    record TemplateDocument(
            @Nullable LocalizedText subject,
            @Nullable LocalizedText lead,
            @Nullable LocalizedText closing) {

        static TemplateDocument from(MailTemplate template) {
            return new TemplateDocument(template.subject(), template.lead(), template.closing());
        }

        MailTemplate toDomain() {
            return new MailTemplate(subject, lead, closing);
        }
    }

    @Override
    public Stored<MailTemplate> of(MailKind kind) {
        return open(collection.findOrBegin(id(kind), NONE));
    }

    @Override
    public MailTemplate lately(MailKind kind) {
        return lately.of(Tenancy.current(), this::all).getOrDefault(kind, MailTemplate.NONE);
    }

    @Override
    public List<MailKind> written() {
        return List.copyOf(all().keySet());
    }

    private Map<MailKind, MailTemplate> all() {
        Map<String, MailTemplate> byId =
                collection
                        .findAll(Stream.of(MailKind.values()).map(StoredMailTemplates::id).toList())
                        .stream()
                        .filter(stored -> !stored.body().equals(NONE))
                        .collect(Collectors.toMap(Stored::id, each -> each.body().toDomain()));
        Map<MailKind, MailTemplate> all = new EnumMap<>(MailKind.class);
        for (MailKind kind : MailKind.values()) {
            MailTemplate written = byId.get(id(kind));
            if (written != null) {
                all.put(kind, written);
            }
        }
        return all;
    }

    @Override
    public Stored<MailTemplate> write(MailKind kind, long version, MailTemplate template) {
        Stored<MailTemplate> after =
                collection.changeOrBegin(
                        id(kind),
                        NONE,
                        OptionalLong.of(version),
                        stored -> {
                            Stored<MailTemplate> before = open(stored);
                            return template.equals(before.body())
                                    ? Change.none(before)
                                    : Change.to(
                                            TemplateDocument.from(template),
                                            List.of(),
                                            before.after(0, template));
                        });
        lately.forget(Tenancy.current());
        return after;
    }

    private static String id(MailKind kind) {
        return Tenancy.current().value() + ":" + kind.wireName();
    }

    private static Stored<MailTemplate> open(Stored<TemplateDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
