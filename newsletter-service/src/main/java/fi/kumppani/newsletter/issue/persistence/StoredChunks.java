package fi.kumppani.newsletter.issue.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.StoreOutage;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.issue.Chunk;
import fi.kumppani.newsletter.issue.Chunks;
import fi.kumppani.newsletter.issue.News;
import fi.kumppani.newsletter.issue.Progress;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One document for each chunk of an issue's ledger. */
@Component
class StoredChunks implements Chunks {

    private final AggregateCollection<ChunkDocument> collection;
    private final MessageTranslator<News> translator;

    StoredChunks(AggregateCollections collections, MessageTranslator<News> translator) {
        this.collection = collections.collection("issue.chunks", ChunkDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Chunk add(Chunk chunk) {
        return StoreOutage.waitThrough(
                () -> {
                    var insertion =
                            collection.insert(
                                    chunk.id().value(), null, ChunkDocument.from(chunk), List.of());
                    return switch (insertion) {
                        case Insertion.Inserted<ChunkDocument> _ -> chunk;
                        case Insertion.Repeated<ChunkDocument>(var stored) ->
                                stored.body().toDomain();
                        case Insertion.KeyReused<ChunkDocument> _,
                                Insertion.Taken<ChunkDocument> _ ->
                                throw new IllegalStateException("Chunks have nothing but ids");
                    };
                });
    }

    @Override
    public Optional<Chunk> find(Chunk.Id id) {
        return collection.find(id.value()).map(stored -> stored.body().toDomain());
    }

    @Override
    public List<Chunk> findAll(String issueId, int chunks) {
        List<String> ids =
                IntStream.range(0, chunks)
                        .mapToObj(number -> new Chunk.Id(issueId, number).value())
                        .toList();
        return collection.findAll(ids).stream()
                .map(stored -> stored.body().toDomain())
                .sorted(Comparator.comparingInt(chunk -> chunk.id().number()))
                .toList();
    }

    @Override
    public Stored<Chunk> move(Chunk.Id id, UnaryOperator<Chunk> move) {
        return StoreOutage.waitThrough(
                        () ->
                                collection.change(
                                        id.value(),
                                        stored ->
                                                moved(stored.with(stored.body().toDomain()), move)))
                .orElseThrow(() -> new IllegalStateException("A chunk is never erased"));
    }

    @Override
    public Stored<Chunk> move(Stored<Chunk> seen, UnaryOperator<Chunk> move) {
        return StoreOutage.waitThrough(() -> collection.changeAsSeen(seen, moved(seen, move)))
                .orElseGet(() -> move(seen.body().id(), move));
    }

    private Change<ChunkDocument, Stored<Chunk>> moved(
            Stored<Chunk> before, UnaryOperator<Chunk> move) {
        Chunk after = move.apply(before.body());
        if (after.equals(before.body())) {
            return Change.none(before);
        }
        List<OutboundMessage> owed = news(before.body(), after);
        return Change.to(ChunkDocument.from(after), owed, before.after(owed.size(), after));
    }

    private List<OutboundMessage> news(Chunk before, Chunk after) {
        List<OutboundMessage> owed = new ArrayList<>();
        for (int index = 0; index < after.letters().size(); index++) {
            Progress was = before.letters().get(index).progress();
            Progress is = after.letters().get(index).progress();
            if (is.losses() > was.losses()) {
                owed.addAll(
                        translator.announce(
                                new News.LetterUncertain(after.id(), after.letterId(index))));
            }
            if (is instanceof Progress.Failed && !(was instanceof Progress.Failed)) {
                owed.addAll(
                        translator.announce(
                                new News.LetterFailed(after.id(), after.letterId(index))));
            }
        }
        return owed;
    }
}
