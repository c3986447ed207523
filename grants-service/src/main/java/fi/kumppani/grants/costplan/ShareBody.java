package fi.kumppani.grants.costplan;

import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An amount for one kind of costs, as people write it. */
public record ShareBody(@NotNull String category, @NotNull Euros amount) {

    /**
     * The shares as they are written, each kind of costs once; what is wrong is noted.
     *
     * @param field what they are called in the request
     */
    public static List<CostShare> read(
            @Nullable List<ShareBody> bodies, String field, FieldErrors errors) {
        List<ShareBody> asked = bodies == null ? List.of() : bodies;
        Map<CostCategory, CostShare> divided = new EnumMap<>(CostCategory.class);
        for (int i = 0; i < asked.size(); i++) {
            ShareBody share = asked.get(i);
            String at = field + "[" + i + "]";
            var category = WireCodes.read(CostCategory.class, share.category());
            if (category.isEmpty()) {
                errors.add(at + ".category", "unknown", "Not in the catalogue");
            } else if (share.amount().cents() == 0) {
                errors.add(at + ".amount", "not-positive", "More than nothing");
            } else if (divided.putIfAbsent(
                            category.get(), new CostShare(category.get(), share.amount()))
                    != null) {
                errors.add(at + ".category", "duplicate", "Each kind of costs once");
            }
        }
        return List.copyOf(divided.values());
    }

    /** The share in the words of people. */
    public static ShareBody of(CostShare share) {
        return new ShareBody(WireCodes.of(share.category()), share.amount());
    }
}
