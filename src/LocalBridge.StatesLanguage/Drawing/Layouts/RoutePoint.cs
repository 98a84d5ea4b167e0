namespace LocalBridge.StatesLanguage.Drawing.Layouts;

/// <summary>A point on the way of a link.</summary>
/// <param name="Cross">Where it is across the flow.</param>
/// <param name="Main">Where it is along the flow.</param>
/// <param name="IsCurve">Whether the way to it from the point before bends: it then leaves that point and reaches this one along the flow.
/// Otherwise it is straight and along the flow.</param>
internal readonly record struct RoutePoint(double Cross, double Main, bool IsCurve);
