namespace NtmServerless.Domain.Plans.Import;

/// <summary>What must hold between the fields of a plan, each rule on its own, so that one broken place hides no other.</summary>
internal static class PlanRules
{
    public static void Check(Plan plan, ImportErrors errors)
    {
        IdRules.Check(plan, errors);
        WindowRules.Check(plan, errors);
        NumberRules.Check(plan, errors);
        FormRules.Check(plan, errors);
        if (errors.At("$.units") || plan.Units.Any(unit => unit.Id.Length == 0))
            return; // which units exist is unknown: their own errors come first
        UnitTreeRules.Check(plan.Units, errors);
        UnitReferenceRules.Check(plan, errors);
    }
}
