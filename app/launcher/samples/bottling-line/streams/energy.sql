CREATE STREAM energy () WITH (DATASOURCE="acme/hamburg/packaging/line1/energy_meter", FORMAT="json", TYPE="mqtt");
