package org.bluehelmets.testsupport;

import io.quarkus.test.junit.TestProfile;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Puts test classes of the same profile after each other, so that the application is started once for all of them. */
public final class OrderByProfile implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(OrderByProfile::profile)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static String profile(ClassDescriptor test) {
        return test.findAnnotation(TestProfile.class)
                .map(profile -> profile.value().getName())
                .orElse("");
    }
}
