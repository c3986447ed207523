package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Words of one municipality's own. */
final class MailTemplatesInMemory implements MailTemplates {

    private final Map<MailKind, MailTemplate> templates = new EnumMap<>(MailKind.class);

    @Override
    public Stored<MailTemplate> of(MailKind kind) {
        return new Stored<>(
                kind.wireName(),
                new MunicipalityCode("743"),
                templates.containsKey(kind) ? 1 : 0,
                0,
                templates.getOrDefault(kind, MailTemplate.NONE));
    }

    @Override
    public MailTemplate lately(MailKind kind) {
        return of(kind).body();
    }

    @Override
    public List<MailKind> written() {
        return List.copyOf(templates.keySet());
    }

    @Override
    public Stored<MailTemplate> write(MailKind kind, long version, MailTemplate template) {
        templates.put(kind, template);
        return of(kind);
    }
}
