package org.bluehelmets.database;

import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.jdbc.LocalDateJdbcType;

/**
 * Makes Hibernate read and write dates as {@link java.time.LocalDate}. By default it uses {@link java.sql.Date}, an instant
 * in the default time zone: a day that the zone skipped, such as 31 December 1994 in Kiribati, is read as the day after.
 *
 * <p>{@code hibernate.type.java_time_use_direct_jdbc} is no alternative: it also applies to {@link java.time.Instant}, which
 * PostgreSQL's driver does not accept.
 */
public class LocalDateTypeContributor implements TypeContributor {

    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry registry) {
        contributions
                .getTypeConfiguration()
                .getJdbcTypeRegistry()
                .addDescriptor(Types.DATE, LocalDateJdbcType.INSTANCE);
    }
}
