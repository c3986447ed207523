package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Stored;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The ledgers of the current municipality's issues. */
public interface Chunks {

    /**
     * Keeps a new chunk, unless there is one under its id.
     *
     * @return the one that is kept
     */
    Chunk add(Chunk chunk);

    /** The chunk, if there is one. */
    Optional<Chunk> find(Chunk.Id id);

    /** Those of an issue's chunks that there are, in the order of their numbers. */
    List<Chunk> findAll(String issueId, int chunks);

    /**
     * Moves a chunk and tells of letters that are uncertain or failed, in one write. Waits while
     * the store is away; a move must know its own result when it sees it.
     *
     * @param move gives it as it is to be; the very same one to leave it
     * @return as it is now
     */
    Stored<Chunk> move(Chunk.Id id, UnaryOperator<Chunk> move);

    /**
     * The same for a chunk that its writer has just seen, without reading it, unless somebody else
     * wrote since.
     */
    Stored<Chunk> move(Stored<Chunk> seen, UnaryOperator<Chunk> move);
}
