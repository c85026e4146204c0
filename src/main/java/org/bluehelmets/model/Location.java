package org.bluehelmets.model;

import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A geographic position (WGS 84). */
@Embeddable
@Description("A geographic position (WGS 84).")
public class Location {

    @NonNull
    @Description("Latitude in degrees, positive north of the equator, -90 to 90.")
    public Double latitude;

    @NonNull
    @Description("Longitude in degrees, positive east of Greenwich, -180 to 180.")
    public Double longitude;
}
