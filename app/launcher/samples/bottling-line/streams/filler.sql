CREATE STREAM filler () WITH (DATASOURCE="acme/hamburg/packaging/line1/filler", FORMAT="json", TYPE="mqtt");
