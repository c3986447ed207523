package fi.kumppani.newsletter.material.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.material.DecidedCall;
import fi.kumppani.newsletter.material.KeepMaterial;
import fi.kumppani.newsletter.material.Material;
import fi.kumppani.newsletter.material.Materials;
import fi.kumppani.newsletter.material.NewAssociation;
import fi.kumppani.newsletter.material.persistence.ReadNews.AssociationDocument;
import fi.kumppani.newsletter.material.persistence.ReadNews.DecisionDocument;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The read model of what letters can tell of; looked through when somebody drafts an issue. */
@Configuration(proxyBeanMethods = false)
class ReadMaterials {

    /** Material as it is kept. */
    record MaterialDocument(
            String kind,
            LocalizedText title,
            @Nullable LocalizedText about,
            @Nullable LocalizedText place,
            Instant from,
            Instant until,
            @Nullable Instant registerBy) {

        static MaterialDocument of(Material material) {
            return new MaterialDocument(
                    WireCodes.of(material.kind()),
                    material.title(),
                    material.about(),
                    material.place(),
                    material.from(),
                    material.until(),
                    material.registerBy());
        }

        Material toDomain(String id) {
            return new Material(
                    WireCodes.read(Material.Kind.class, kind).orElseThrow(),
                    id,
                    title,
                    about,
                    place,
                    from,
                    until,
                    registerBy);
        }
    }

    @Bean
    ReadModel<MaterialDocument> materialModel(ReadModels models) {
        return models.open("materials", MaterialDocument.class);
    }

    @Bean
    Materials materials(
            ReadModel<MaterialDocument> model,
            ReadModel<DecisionDocument> decisions,
            ReadModel<AssociationDocument> associations) {
        return new Materials() {
            @Override
            public List<Material> notEndedBy(Instant now) {
                List<Material> found = new ArrayList<>();
                model.forEach(
                        entry -> {
                            if (entry.body().until().isAfter(now)) {
                                found.add(entry.body().toDomain(entry.id()));
                            }
                        });
                found.sort(Comparator.comparing(Material::from).thenComparing(Material::id));
                return found;
            }

            @Override
            public List<DecidedCall> decidedSince(LocalDate day) {
                Map<String, List<Long>> granted = new TreeMap<>();
                decisions.forEach(
                        entry -> {
                            if (!entry.body().on().isBefore(day)) {
                                granted.computeIfAbsent(
                                                entry.body().callId(), _ -> new ArrayList<>())
                                        .add(entry.body().cents());
                            }
                        });
                Map<String, MaterialDocument> calls = model.findAll(granted.keySet());
                List<DecidedCall> found = new ArrayList<>();
                calls.forEach(
                        (id, call) ->
                                found.add(decided(id, call, granted.getOrDefault(id, List.of()))));
                return found;
            }

            @Override
            public List<NewAssociation> verifiedSince(Instant then) {
                List<NewAssociation> found = new ArrayList<>();
                associations.forEach(
                        entry -> {
                            if (!entry.body().verifiedAt().isBefore(then)) {
                                found.add(entry.body().toDomain(entry.id()));
                            }
                        });
                found.sort(
                        Comparator.comparing(NewAssociation::verifiedAt)
                                .thenComparing(NewAssociation::id));
                return found;
            }
        };
    }

    private static DecidedCall decided(String id, MaterialDocument call, List<Long> cents) {
        return new DecidedCall(
                id,
                call.title(),
                cents.size(),
                new Euros(cents.stream().mapToLong(Long::longValue).sum()));
    }

    @Bean
    KeepMaterial keepMaterial(ReadModel<MaterialDocument> model) {
        return new KeepMaterial() {
            @Override
            public void keep(Material material, long sequence) {
                model.put(material.id(), sequence, MaterialDocument.of(material));
            }

            @Override
            public void forget(String id, long sequence) {
                model.remove(id, sequence);
            }
        };
    }
}
