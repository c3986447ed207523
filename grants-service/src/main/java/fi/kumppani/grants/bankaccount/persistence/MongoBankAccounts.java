package fi.kumppani.grants.bankaccount.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.bankaccount.AccountChange;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.bankaccount.BankAccounts;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One document for each association in each municipality that pays it grants. */
@Component
class MongoBankAccounts implements BankAccounts {

    private final AggregateCollection<BankAccountDocument> collection;
    private final MessageTranslator<AccountChange> translator;

    MongoBankAccounts(
            AggregateCollections collections, MessageTranslator<AccountChange> translator) {
        this.collection = collections.collection("bankAccounts", BankAccountDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Stored<BankAccount> find(AssociationId association) {
        return open(collection.findOrBegin(id(association), begin(association)));
    }

    @Override
    public Map<AssociationId, BankAccount> findAll(Collection<AssociationId> associations) {
        return collection
                .findAll(associations.stream().map(MongoBankAccounts::id).toList())
                .stream()
                .map(stored -> open(stored).body())
                .collect(
                        Collectors.toUnmodifiableMap(
                                BankAccount::association, Function.identity()));
    }

    @Override
    public Stored<BankAccount> change(
            AssociationId association,
            OptionalLong expected,
            Function<BankAccount, Optional<AccountChange>> decide) {
        return collection.changeOrBegin(
                id(association),
                begin(association),
                expected,
                stored -> change(open(stored), decide));
    }

    private Change<BankAccountDocument, Stored<BankAccount>> change(
            Stored<BankAccount> known, Function<BankAccount, Optional<AccountChange>> decide) {
        return decide.apply(known.body())
                .map(
                        change -> {
                            List<OutboundMessage> owed = translator.announce(change);
                            return Change.to(
                                    BankAccountDocument.from(change.account()),
                                    owed,
                                    known.after(owed.size(), change.account()));
                        })
                .orElseGet(() -> Change.none(known));
    }

    @Override
    public void erase(AssociationId association) {
        collection.erase(id(association));
    }

    private static BankAccountDocument begin(AssociationId association) {
        return BankAccountDocument.from(BankAccount.none(association));
    }

    private static Stored<BankAccount> open(Stored<BankAccountDocument> stored) {
        return stored.with(stored.body().toDomain());
    }

    private static String id(AssociationId association) {
        return Tenancy.current() + ":" + association;
    }
}
